import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Release } from '#analytics'
import { languages } from '#locales'
import { whyNoTable } from '../../../server/api/release-documents.ts'
import { admitMarked } from '../../support/admitted.ts'
import { storeAnswers } from '../../support/answers.ts'
import { descriptionOf, judgeOf, readableRoutes, type Description } from '../../support/api-description.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'

let house: House
let description: Description
let release: Release
const root = '/api/v1/consultations/getting-help'

beforeAll(async () => {
  house = await openHouse()
  const consultation = await openConsultation(house)
  await storeAnswers(house.database.db, consultation, 700, 'ar')
  house.setClock('2026-04-02T08:00:00Z')
  await house.publish(consultation)
  // Three more: one that is open, one that has not begun, one where too few answered.
  await openConsultation(house, {
    slug: 'open-now',
    from: '2026-04-01',
    until: '2026-04-30',
    languages: ['fr']
  })
  await openConsultation(house, { slug: 'not-yet', from: '2026-04-10', until: '2026-04-30' })
  house.setClock('2026-03-02T08:00:00Z')
  const few = await openConsultation(house, { slug: 'too-few', from: '2026-03-01', until: '2026-03-02' })
  await admitMarked(house, few, 9)
  house.setClock('2026-04-02T08:00:00Z')
  await house.publish(few)
  description = await descriptionOf(house.app)
  release = JSON.parse((await read(`${root}/releases/1`)).body) as Release
})
afterAll(() => house.close())

const read = (url: string, headers: Record<string, string> = {}) => house.app.inject({ url, headers })
const problemOf = async (url: string, headers: Record<string, string> = {}) => {
  const reply = await read(url, headers)
  expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  const problem = JSON.parse(reply.body) as { status: number; type: string }
  expect(problem.status).toBe(reply.statusCode)
  return `${problem.status} ${problem.type.split('#')[1]}`
}
/** An address of a described path, filled in. */
const filled = (path: string, values: Readonly<Record<string, string>> = {}) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => ({ ...good, ...values })[name] ?? '')
const good: Readonly<Record<string, string>> = {
  slug: 'getting-help',
  release: '1',
  language: 'en',
  question: 'told'
}

describe('every address of the API', () => {
  it('answers as the description says, and no other one is there', async () => {
    const judge = judgeOf(description)
    const paths = Object.keys(description.paths)
    expect(paths).toHaveLength(9)
    for (const path of paths) {
      const reply = await read(filled(path))
      expect([path, reply.statusCode]).toEqual([path, 200])
      expect(judge(path, reply)).toEqual([])
    }
    const served = readableRoutes(house.app).map(path => `/${path}`.replace(/^\/+/, '/').replace(/\/$/, ''))
    expect([...new Set(served)].toSorted()).toEqual(paths.map(path => path.replace(/\/$/, '')).toSorted())
  })

  it('answers mistakes as the description says', async () => {
    const judge = judgeOf(description)
    for (const path of Object.keys(description.paths)) {
      const wrong = ['slug', 'release', 'language', 'question'].filter(name => path.includes(`{${name}}`))
      for (const name of wrong) {
        for (const value of ['never-heard-of', '%C3%A9', '9'])
          expect(judge(path, await read(filled(path, { [name]: value })))).toEqual([])
      }
      expect(judge(path, await read(filled(path), { accept: 'text/csv' }))).toEqual([])
      expect((await read(filled(path), { accept: 'text/html, */*;q=0.8' })).statusCode).toBe(200)
    }
  })

  it('may be read from any page, is kept with an ETag, and sets no cookie', async () => {
    for (const path of Object.keys(description.paths)) {
      const url = filled(path)
      const { headers, body } = await read(url)
      expect(headers['access-control-allow-origin']).toBe('*')
      expect(headers['access-control-expose-headers']).toContain('etag')
      expect(headers['set-cookie']).toBeUndefined()
      expect(headers['cache-control']).toMatch(/^public, max-age=\d+/)
      const again = await read(url, { 'if-none-match': String(headers.etag) })
      expect([again.statusCode, again.body]).toEqual([304, ''])
      expect(again.headers['access-control-allow-origin']).toBe('*')
      const head = await house.app.inject({ url, method: 'HEAD' })
      expect([head.statusCode, head.body, head.headers['content-length']]).toEqual([
        200,
        '',
        String(Buffer.byteLength(body))
      ])
    }
  })

  it('can be asked what may be done with it, and takes nothing', async () => {
    for (const path of Object.keys(description.paths)) {
      const url = filled(path)
      const asked = await house.app.inject({
        url,
        method: 'OPTIONS',
        headers: { origin: 'https://example.org' }
      })
      expect(asked.statusCode).toBe(204)
      expect(asked.headers['access-control-allow-methods']).toBe('GET, HEAD, OPTIONS')
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
        const reply = await house.app.inject({
          url,
          method,
          payload: '{}',
          headers: { 'content-type': 'application/json' }
        })
        expect([reply.statusCode, reply.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
        expect(JSON.parse(reply.body)).toMatchObject({ status: 405 })
      }
    }
  })
})

describe('what the API holds', () => {
  it('gives a release byte for byte as it was hashed, for good by its number and for a minute as the latest', async () => {
    const numbered = await read(`${root}/releases/1`)
    const latest = await read(`${root}/releases/latest`)
    expect(latest.body).toBe(numbered.body)
    expect(numbered.headers['cache-control']).toContain('immutable')
    expect(latest.headers['cache-control']).toBe('public, max-age=60, must-revalidate')
    expect(latest.headers['content-location']).toBe(`${root}/releases/1`)
    const { items } = JSON.parse((await read(`${root}/releases`)).body) as { items: { sha256: string }[] }
    expect(items.map(({ sha256 }) => sha256)).toEqual([
      createHash('sha256').update(numbered.body).digest('hex')
    ])
  })

  it('has every table of the release, cell by cell, and says of all where they are', async () => {
    const list = JSON.parse((await read(`${root}/releases/1/tables`)).body) as {
      items: { links: { self: string } }[]
    }
    const tables = []
    for (const { links } of list.items) {
      const reply = await read(links.self)
      expect(reply.statusCode).toBe(200)
      const {
        consultation,
        release: number,
        kind,
        sha256,
        ...table
      } = JSON.parse(reply.body) as Record<string, unknown>
      expect([consultation, number, kind, String(sha256).length]).toEqual(['getting-help', 1, 'final', 64])
      tables.push(table)
    }
    expect(tables.length).toBeGreaterThan(20)
    expect(tables).toEqual(release.tables)
  })

  it('finds a table by its breakdowns in whatever order they are named, and none that was not published', async () => {
    // The audit may leave out any of them: whichever is left.
    const pair = release.tables.find(({ by }) => by.length === 2)!
    const [first, second] = pair.by
    const url = `${root}/releases/latest/tables/${pair.question}`
    expect((await read(`${url}?by=${first},${second}`)).body).toBe(
      (await read(`${url}?by=${second},${first}`)).body
    )
    expect(await problemOf(`${url}?by=upset`)).toBe('404 not-found')
    expect(await problemOf(`${url}?by=${first},${first}`)).toBe('404 not-found')
    expect((await read(`${url}?by=upset`)).json()).toMatchObject({
      detail: 'The release has no such table; the address ending in /tables lists those it has.'
    })
    const lacking = { ...release, leftOut: [{ question: 'upset', by: ['gender', 'age'] }] }
    expect(whyNoTable(lacking, 'upset', ['age', 'gender'])).toBe(
      'This table was left out to protect respondents.'
    )
    expect(await problemOf(`${url}?by=a,b,c`)).toBe('400 invalid-parameter')
  })

  it('has words for every code of every table, in six languages', async () => {
    for (const language of languages) {
      const form = JSON.parse((await read(`${root}/questionnaires/${language}`)).body) as {
        sections: {
          items: { id: string; codes: { code: string; text: string }[]; extras: { code: string }[] }[]
        }[]
        states: { code: string; text: string }[]
      }
      const items = form.sections.flatMap(section => section.items)
      const words = new Map(
        items.map(({ id, codes }) => [id, new Map(codes.map(({ code, text }) => [code, text]))])
      )
      const states = new Map(form.states.map(({ code, text }) => [code, text]))
      for (const { question, by, columns } of release.tables) {
        for (const column of columns) {
          for (const { code } of column.cells) expect(words.get(question)?.get(code)).toBeTruthy()
          for (const { state } of column.states) expect(states.get(state)).toBeTruthy()
          column.values.forEach((value, at) =>
            expect(words.get(by[at] ?? '')?.get(value) ?? states.get(value)).toBeTruthy()
          )
        }
      }
      const extras = items.flatMap(({ id, extras }) => extras.map(({ code }) => `${id} ${code}`))
      for (const { question, columns } of release.tables)
        for (const cell of columns[0]?.extras ?? []) expect(extras).toContain(`${question} ${cell.code}`)
    }
  })

  it('lists what has begun, in parts, and says nothing of what has not', async () => {
    const all = JSON.parse((await read('/api/v1/consultations')).body) as {
      items: { slug: string; status: string }[]
    }
    expect(all.items.map(({ slug, status }) => `${slug} ${status}`)).toEqual([
      'open-now open',
      'getting-help closed',
      'too-few closed'
    ])
    const part = await read('/api/v1/consultations?limit=1&offset=1')
    expect(JSON.parse(part.body)).toMatchObject({ items: [all.items[1]], total: 3, limit: 1, offset: 1 })
    expect(part.headers.link).toBe(
      '</api/v1/consultations?limit=1&offset=0>; rel="prev", </api/v1/consultations?limit=1&offset=2>; rel="next"'
    )
    expect(await problemOf('/api/v1/consultations?limit=0')).toBe('400 invalid-parameter')
    expect(await problemOf('/api/v1/consultations?limit=ten')).toBe('400 invalid-parameter')
    expect(await problemOf('/api/v1/consultations/not-yet')).toBe('403 not-open-yet')
    expect(await problemOf('/api/v1/consultations/not-yet/questionnaires/en')).toBe('403 not-open-yet')
  })

  it('says why there is no release', async () => {
    for (const [address, list] of [
      ['nothing', '/api/v1/consultations lists all'],
      ['open-now/releases/1', 'the address before it lists all']
    ])
      expect((await read(`/api/v1/consultations/${address}`)).json()).toMatchObject({
        detail: expect.stringContaining(list ?? '') as string
      })
    expect(await problemOf('/api/v1/consultations/open-now/releases/latest')).toBe('404 no-release-yet')
    expect(await problemOf('/api/v1/consultations/open-now/releases/1')).toBe('404 not-found')
    expect(await problemOf('/api/v1/consultations/too-few/releases/latest')).toBe('404 answers-destroyed')
    expect(await problemOf('/api/v1/consultations/open-now/questionnaires/en')).toBe('404 not-found')
  })
})

describe('below /api', () => {
  it.each(['/api', '/api/', '/api/v2', '/api/v1/nothing', '/api/v1/%zz', `/api/v1/${'x'.repeat(300)}`])(
    'there is nothing for people at %s',
    async url => {
      expect(await problemOf(url)).toBe('404 not-found')
      expect((await read(url)).headers['content-security-policy']).toBeDefined()
    }
  )

  it('a flood of what cannot be read is refused, and what can be read is not', async () => {
    const apart = await openHouse()
    const ask = (url: string) => apart.app.inject({ url, remoteAddress: '203.0.113.9' })
    const codes = []
    for (let count = 0; count < 102; count += 1)
      codes.push((await ask('/api/v1/consultations?limit=0')).statusCode)
    expect([codes[0], codes.at(-1)]).toEqual([400, 429])
    expect((await ask('/api/v1/consultations')).statusCode).toBe(200)
    await apart.close()
  })
})
