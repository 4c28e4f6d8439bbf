import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forLog } from '../../server/for-log.ts'
import { commandLine } from '../support/command-line.ts'
import { command } from '../support/postgres.ts'
import { formBody, formHeaders, openConsultation, openHouse, type House } from '../support/house.ts'

const written = 'nobody-may-read-this'
const resend = 'c0ffee00'.repeat(4)
let house: House
let folder: string
let lines = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-log-'))
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines += String(chunk)
      done()
    }
  })
  house = await openHouse({ logger: { level: 'warn', stream } })
  await openConsultation(house)
  await command(
    house.url,
    `alter table remarks add constraint remarks_unwanted check (text not like '%${written}%')`
  )
  await command(
    house.url,
    'alter table waiting add constraint waiting_unwanted check (octet_length(sealed) < 9)'
  )
})
afterAll(async () => {
  await house.close()
  await rm(folder, { recursive: true })
})

describe('a fault while an answer is being stored', () => {
  it('is logged with its reference, class, SQLSTATE and place, and nothing that was sent', async () => {
    const payload = formBody({ band: '16_17', version: '1', 'q.hours': '5', 'q.message': written, resend })
    const reply = await house.app.inject({
      method: 'POST',
      url: '/en/getting-help',
      headers: formHeaders,
      payload
    })
    expect(reply.statusCode).toBe(500)
    const logged = lines.trim().split('\n')
    expect(logged).toHaveLength(1)
    const line = JSON.parse(logged[0] ?? '') as { reference: string }
    expect(line).toMatchObject({
      route: '/:language/:slug',
      error: {
        type: 'DatabaseError',
        code: '23514',
        table: 'waiting',
        constraint: 'waiting_unwanted'
      }
    })
    expect(reply.body).toContain(line.reference)
    expect(lines).toMatch(/at .*server\/waiting-room\/store\.ts:\d+/)
    expect(lines).not.toMatch(/params|insert into|Failing row|unwanted"? for/i)
    expect(lines).not.toContain(written)
    expect(lines).not.toContain(resend)
  })

  it('is printed at the command line without the answers', async () => {
    const file = join(folder, 'paper.csv')
    await writeFile(file, `hours,message\n5,${written}\n`)
    const earshot = commandLine({ DATABASE_URL: house.url, EARSHOT_KEYS: house.keyFolder })
    const { code, out, err } = await earshot('answers', 'import', 'getting-help', file)
    expect(code).toBe(70)
    expect(err).toContain('a fault of Earshot')
    expect(err).toContain('23514')
    expect(err).toMatch(/server\/secretariat\/answers-import\.ts:\d+/)
    expect(out + err).not.toContain(written)
  })
})

describe('what is logged of an error', () => {
  it('holds no message, be it of many lines that look like a stack', () => {
    const error = new RangeError(`first\n    at ${written} (file:///x.ts:1:1)\n    at more:2:2`)
    const logged = forLog(error)
    expect(logged.type).toBe('RangeError')
    expect(JSON.stringify(logged)).not.toContain(written)
    expect(logged.stack?.[0]).toContain('for-log.test.ts')
  })

  it('holds no stack where the message was changed after it was made', () => {
    const error = new Error(`first\n    at ${written} (file:///x.ts:1:1)`)
    expect(error.stack).toContain(written)
    error.message = 'another'
    expect(forLog(error)).toEqual({ type: 'Error' })
  })

  it('names a file that is not there by its code, without the path', async () => {
    const error: unknown = await rm(join(folder, written)).catch((reason: unknown) => reason)
    expect(forLog(error)).toMatchObject({ type: 'Error', code: 'ENOENT' })
    expect(JSON.stringify(forLog(error))).not.toContain(written)
  })

  it('ends with errors that are the cause of each other', () => {
    const [first, second] = [new Error('first'), new TypeError('second')]
    first.cause = second
    second.cause = first
    expect(forLog(first)).toMatchObject({ type: 'Error', cause: { type: 'TypeError' } })
  })

  it('says of what is no error only its type', () => {
    expect(forLog(written)).toEqual({ type: 'string' })
    expect(forLog(undefined)).toEqual({ type: 'undefined' })
  })
})
