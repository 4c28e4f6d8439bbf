import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages, translator } from '#locales'
import { verifyPackages } from '../../server/verify/verify.ts'
import { findRelease } from '../../server/releases/store.ts'
import { storeAnswers } from '../support/answers.ts'
import { commandLine } from '../support/command-line.ts'
import { ddiErrors } from '../support/ddi.ts'
import { openConsultation, openHouse, type House } from '../support/house.ts'
import { textsOf } from '../support/package.ts'

let house: House
let hash: string
const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  house.app.inject({ url, headers })
const address = '/results/getting-help/1/package.zip'

beforeAll(async () => {
  house = await openHouse()
  const consultation = await openConsultation(house, { breakdowns: ['gender'] })
  await storeAnswers(house.database.db, consultation, 200, 'en')
  house.setClock('2026-04-02T08:00:00Z')
  await house.publish(consultation)
  hash = (await findRelease(house.database.db, 'getting-help'))?.hash ?? ''
}, 60_000)
afterAll(() => house.close())

describe('a release that anybody takes away', () => {
  it('is sound, and is the one that the page of results names', async () => {
    const reply = await get(address)
    expect(reply.statusCode).toBe(200)
    expect(reply.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="getting-help-1-package.zip"',
      'cache-control': 'public, no-cache'
    })
    const verdict = await verifyPackages([{ name: 'package.zip', bytes: reply.rawPayload }], hash)
    expect(verdict).toMatchObject({ ok: true, files: [{ findings: [], about: { hash } }] })
    expect((await get('/en/results/getting-help/1')).body).toContain(`<code dir="ltr">${hash}</code>`)
  })

  it('has a strong ETag, and is not sent again to whoever has it', async () => {
    const first = await get(address)
    expect(first.headers.etag).toMatch(/^"[\w-]{22}"$/)
    const again = await get(address, { 'if-none-match': String(first.headers.etag) })
    expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0])
    expect((await get(address)).rawPayload.equals(first.rawPayload)).toBe(true)
  })

  it('has the data that the site gives, in every language', async () => {
    const texts = textsOf((await get(address)).rawPayload)
    for (const language of languages) {
      const reply = await get(`/${language}/results/getting-help/1/data.csv`)
      expect(texts.get(`data.${language}.csv`)).toBe(`\ufeff${reply.body}`)
    }
  })

  it('is led to from the page of results in each language, with how to check it', async () => {
    for (const language of languages) {
      const { body } = await get(`/${language}/results/getting-help`)
      const t = translator(language)
      const part = body.slice(body.indexOf('<h2 id="proof">'))
      expect(part).toContain(t('openData:title'))
      expect(part).toContain('earshot verify-release getting-help-1-package.zip')
      const links = [...part.matchAll(/<a href="([^"]+)" download>/g)].map(match => match[1] ?? '')
      expect(links).toHaveLength(4)
      for (const link of links) expect([link, (await get(link)).statusCode]).toEqual([link, 200])
    }
  })

  it('has its questionnaire for archives at an address of its own', async () => {
    const reply = await get('/results/getting-help/1/questionnaire.ddi.xml')
    expect(reply.headers['content-type']).toBe('application/xml; charset=utf-8')
    expect(await ddiErrors(reply.body)).toEqual([])
  })

  it.each([
    '/results/getting-help/2/package.zip',
    '/results/getting-help/0/package.zip',
    '/results/nothing/1/package.zip',
    '/results/%00/1/package.zip',
    '/results/nothing/1/questionnaire.ddi.xml',
    '/en/results/getting-help/2/codebook.md',
    '/de/results/getting-help/1/codebook.md'
  ])('is not there where there is none: %s', async url => {
    expect((await get(url)).statusCode).toBe(404)
  })
})

describe('the command line', () => {
  /** An address where nothing listens: whoever asked for a database would be told so. */
  const withoutDatabase = commandLine({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' })
  const path = (name: string) => join(house.keyFolder, name)

  it('writes the same package as the site, and the same DDI', async () => {
    const earshot = commandLine({ DATABASE_URL: house.url, EARSHOT_KEYS: house.keyFolder })
    for (const [format, url] of [
      ['package', address],
      ['ddi', '/results/getting-help/1/questionnaire.ddi.xml']
    ] as const) {
      const { code, err } = await earshot('export', 'getting-help', '--format', format, '--out', path(format))
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect((await readFile(path(format))).equals((await get(url)).rawPayload)).toBe(true)
    }
  }, 60_000)

  it('checks a package without any database, and says what is wrong', async () => {
    const { rawPayload } = await get(address)
    await writeFile(path('sound.zip'), rawPayload)
    await writeFile(path('cut.zip'), rawPayload.subarray(0, 5000))
    const sound = await withoutDatabase('verify-release', path('sound.zip'), '--hash', hash)
    expect(sound).toMatchObject({ code: 0, err: '' })
    expect(sound.out).toContain(`SHA-256 ${hash}`)
    const wrong = await withoutDatabase('verify-release', path('sound.zip'), '--hash', 'f'.repeat(64))
    expect(wrong).toMatchObject({ code: 1, err: '' })
    expect(wrong.out).toContain('another release than the published one')
    const cut = await withoutDatabase('verify-release', path('cut.zip'))
    expect(cut).toMatchObject({ code: 1, err: '' })
    expect(cut.out).toContain('cut off or damaged')
  }, 60_000)

  it.each([
    [['verify-release', '/nowhere/package.zip'], 1, 'there is no such file'],
    [
      ['verify-release', '/nowhere/a.zip', '/nowhere/b.zip', '--hash', 'f'.repeat(64)],
      1,
      'Give one file with --hash'
    ],
    [['verify-release', '/nowhere/a.zip', '--hash', 'abc'], 2, '64 characters'],
    [['verify-release'], 2, 'missing required argument']
  ])(
    'says what to do about %j',
    async (words, code, says) => {
      const ran = await withoutDatabase(...words)
      expect(ran.code).toBe(code)
      expect(ran.err).toContain(says)
    },
    60_000
  )
})
