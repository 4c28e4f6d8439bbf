import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenedConsultation } from '../../server/consultations/find.ts'
import { openDatabase } from '../../server/database/client.ts'
import { fingerprintOfCard } from '../../server/tokens/card-hash.ts'
import { makeFolder, type Folder } from '../support/folder.ts'
import { formBody, formHeaders, openConsultation, openHouseOn, type House } from '../support/house.ts'
import { newToken, printCards, sendWith, tokenFor } from '../support/tokens.ts'
import { formsOf, hitsIn, hitsInDump, hitsInFolder, inetOf, type Hit } from './hunt.ts'

const address = '127.61.83.7'
const agent = 'marker-agent-quagga'
const answer = 'Kettledrums and quaggas for the marker'

const temporary = process.env['TMPDIR']
let base: Folder
let house: House
let consultation: OpenedConsultation
let port: number
let log = ''
/** The card that comes with the answers, and the one that a script redeems. */
let codes: string[]

/** Everything lies in one folder: data, keys, and whatever anybody puts into a temporary place. */
beforeAll(async () => {
  base = await makeFolder()
  process.env['TMPDIR'] = base.path
  const keyFolder = join(base.path, 'keys')
  const database = await openDatabase({
    databaseUrl: undefined,
    dataFolder: { path: join(base.path, 'data'), explicit: true },
    keyFolder,
    say: () => undefined
  })
  house = await openHouseOn({ database, url: database.url, drop: database.close }, keyFolder, {
    logger: { level: 'trace', stream: { write: (line: string) => void (log += line) } }
  })
  consultation = await openConsultation(house, { access: 'cards' })
  codes = await printCards(house, consultation, 2)
  port = Number(new URL(await house.app.listen({ host: '127.0.0.1', port: 0 })).port)
})
afterAll(async () => {
  await house.close()
  await base.remove()
  if (temporary === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = temporary
})

function send(
  path: string,
  fields?: Readonly<Record<string, string>>
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'user-agent': agent, ...(fields && formHeaders) }
    const method = fields === undefined ? 'GET' : 'POST'
    const sent = request({ host: '127.0.0.1', port, path, method, localAddress: address, headers }, reply => {
      let text = ''
      reply.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text }))
    })
    sent.on('error', reject)
    sent.end(fields && formBody(fields))
  })
}

/** Where a marker stands, after everything that is in memory has been written to files. */
async function found(forms: ReadonlyMap<string, string>): Promise<Hit[]> {
  await house.database.pool.query('vacuum analyze')
  await house.database.pool.query('checkpoint')
  return [
    ...hitsIn(Buffer.from(log), forms, 'log'),
    ...(await hitsInDump(house.database.pool, forms)),
    ...(await hitsInFolder(base.path, forms))
  ]
}

const whoSent = (): ReadonlyMap<string, string> => {
  const printed = codes.map(code => (code.match(/.{4}/g) ?? []).join('-'))
  const fingerprints = codes.map(code => fingerprintOfCard(consultation.id, code))
  return new Map([
    ...[address, agent, ...codes, ...printed].flatMap(text => [...formsOf(text)]),
    [inetOf(address).toString('hex'), 'inet'] as const,
    ...fingerprints.flatMap(each => [
      [each.toString('hex'), 'what the partner uploads'] as const,
      ...formsOf(each.toString('hex'))
    ])
  ])
}

describe('a child that comes with a card', () => {
  it('is answered as every other, whatever goes wrong on the way', async () => {
    const [withAnswers = '', redeemed = ''] = codes
    const fields = { band: '16_17', version: '1', stage: 'send', 'q.hours': '5', 'q.message': answer }
    expect((await send('/en/getting-help')).status).toBe(200)
    expect((await send('/en/getting-help/16_17/questions')).status).toBe(200)
    expect((await send('/en/getting-help', { ...fields, band: 'none', code: withAnswers })).status).toBe(400)
    expect((await send('/en/getting-help', { ...fields, 'q.hours': answer, code: withAnswers })).status).toBe(
      422
    )
    const checked = await send('/en/getting-help', { ...fields, code: withAnswers })
    const resend = /name="resend" value="([0-9a-f]{32})"/.exec(checked.text)?.[1] ?? ''
    const whole = { ...fields, code: withAnswers, resend }
    expect((await send('/en/getting-help', whole)).status).toBe(303)
    expect((await send('/en/getting-help', whole)).status).toBe(303)
    const again = { ...whole, resend: randomBytes(16).toString('hex') }
    expect((await send('/en/getting-help', again)).status).toBe(422)
    const token = await newToken(consultation)
    const signed = await send('/en/getting-help/redeem', { code: redeemed, blinded: token.blinded })
    expect(signed.status).toBe(200)
    const ticket = { ...fields, ...token.fields(signed.text), resend: randomBytes(16).toString('hex') }
    expect((await send('/en/getting-help', ticket)).status).toBe(303)
    const others = await printCards(house, consultation, 12)
    for (const code of others)
      expect(
        (await sendWith(house, consultation, await tokenFor(house, consultation, code))).statusCode
      ).toBe(303)
  })

  it('leaves nothing while its answers wait, and its answers can be read nowhere', async () => {
    expect(await found(whoSent())).toEqual([])
    expect(await found(formsOf(answer))).toEqual([])
  })

  it('leaves nothing after a night', async () => {
    house.setClock('2026-03-11T03:00:00Z')
    await house.tend()
    expect(await found(whoSent())).toEqual([])
    expect(await found(formsOf(answer))).toEqual([])
  })

  it('leaves after the close and a release its words, where remarks are kept and in their log', async () => {
    house.setClock('2026-04-01T03:00:00Z')
    await house.tend()
    expect((await house.publish(consultation)).outcome).toBe('released')
    expect(await found(whoSent())).toEqual([])
    const { rows } = await house.database.pool.query<{ file: string }>(
      "select 'data/postgres/' || pg_relation_filepath('remarks') as file"
    )
    const places = (await found(formsOf(answer))).map(({ where }) => where)
    expect(places.filter(where => !where.includes('/pg_wal/')).sort()).toEqual(
      ['remarks', rows[0]!.file].sort()
    )
    expect(places.some(where => where.includes('/pg_wal/'))).toBe(true)
  })
})

describe('the search', () => {
  it('finds what is planted, in every form, in a table, in its file, in the write-ahead log and beside the keys', async () => {
    const forms = whoSent()
    const { pool } = house.database
    await pool.query('create table planted (what bytea)')
    for (const needle of forms.keys())
      await pool.query('insert into planted values ($1)', [
        Buffer.concat([randomBytes(9), Buffer.from(needle, 'hex')])
      ])
    await writeFile(join(house.keyFolder, 'planted'), Buffer.from([...forms.keys()].join(''), 'hex'))
    const hits = await found(forms)
    const formsAt = (where: RegExp) =>
      new Set(hits.filter(hit => where.test(hit.where)).map(({ form }) => form))
    const all = new Set(forms.values())
    for (const where of [/pg_wal/, /^data\/postgres\/base/, /^keys\/planted$/])
      expect(formsAt(where)).toEqual(all)
    expect(formsAt(/^planted$/)).toContain('hexadecimal')
  })
})
