import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { command } from '../support/postgres.ts'
import { formBody, formHeaders, openConsultation, openHouse, type House } from '../support/house.ts'

const marks = {
  address: '127.61.83.7',
  forwarded: '203.0.113.61',
  agent: 'marker-agent-61b3',
  referrer: 'marker-referrer-61b3',
  code: 'MARKERCODE61B3',
  answer: 'marker answer 61b3',
  resend: '61b361b3'.repeat(4)
}

let house: House
let port: number
let lines = ''

beforeAll(async () => {
  house = await openHouse({
    logger: { level: 'trace', stream: { write: (line: string) => void (lines += line) } },
    trustProxy: '127.0.0.0/8'
  })
  await openConsultation(house)
  // Routes that fail in every way in which one of ours could.
  house.app.get('/fails/plainly', () => {
    throw new Error(`a fault that quotes ${marks.code} and ${marks.address}`)
  })
  house.app.get('/fails/twice', (_request, reply) => {
    void reply.send('once')
    void reply.send('twice')
  })
  house.app.get('/fails/late', async (_request, reply) => {
    void reply.send('sent')
    await Promise.resolve()
    throw new Error(`too late, with ${marks.code}`)
  })
  house.app.get('/fails/hooked', { onSend: async () => Promise.reject(new Error(marks.code)) }, () => 'x')
  house.app.get('/fails/circling', () => {
    throw Object.assign(new Error(marks.code), { statusCode: 'none', body: marks.answer, headers: marks })
  })
  port = Number(new URL(await house.app.listen({ host: '127.0.0.1', port: 0 })).port)
}, 60_000)
afterAll(() => house.close())

type Sent = {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly text: string
}

function send(path: string, body?: string, method = body === undefined ? 'GET' : 'POST'): Promise<Sent> {
  return new Promise(resolve => {
    const gone: Sent = { status: 0, headers: {}, text: '' }
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        localAddress: marks.address,
        agent: false,
        headers: {
          'user-agent': marks.agent,
          referer: `https://${marks.referrer}.example/`,
          'x-forwarded-for': marks.forwarded,
          ...(body !== undefined && formHeaders)
        }
      },
      reply => {
        let text = ''
        reply.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
        reply.on('close', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text }))
      }
    )
    sent.on('error', () => resolve(gone))
    sent.end(body)
  })
}

/** Bytes as they are, cut off after a moment: what no client of ours would send. */
function sendBytes(bytes: string): Promise<void> {
  return new Promise(resolve => {
    const socket = connect({ port, host: '127.0.0.1', localAddress: marks.address }, () =>
      socket.write(bytes)
    )
    setTimeout(() => socket.destroy(), 100)
    socket.on('error', () => undefined)
    socket.on('close', () => resolve())
  })
}

const valid = { band: '16_17', version: '1', 'q.hours': '5', 'q.message': marks.answer, resend: marks.resend }
const coded = `?code=${marks.code}`

/** What a server can be sent, with the status of the answer. */
const sendings: readonly (readonly [what: string, path: string, status: number, body?: string])[] = [
  ['a page', `/en/getting-help${coded}`, 200],
  ['a page that is not there', `/en/${marks.code}/nowhere${coded}`, 404],
  ['an address that cannot be read', `/en/%zz${marks.code}`, 404],
  ['an address that is too long', `/en/${marks.code}${'x'.repeat(400)}`, 404],
  ['answers', `/en/getting-help${coded}`, 303, formBody(valid)],
  ['the same answers again', '/en/getting-help', 303, formBody(valid)],
  [
    'answers that are to be put right',
    '/en/getting-help',
    422,
    formBody({ ...valid, 'q.hours': marks.answer })
  ],
  ['a form that cannot be read', '/en/getting-help', 400, formBody({ band: marks.code })],
  ['a form that is too large', '/en/getting-help', 413, `a=${marks.code}${'x'.repeat(600_000)}`],
  ['a fault', `/fails/plainly${coded}`, 500],
  ['a fault in a hook', `/fails/hooked${coded}`, 500],
  ['a fault that carries what was sent', `/fails/circling${coded}`, 500]
]

describe('the most talkative log', () => {
  it('holds nothing of whoever sent, whatever was sent and however it failed', async () => {
    for (const [what, path, status, body] of sendings)
      expect([what, (await send(path, body)).status]).toEqual([what, status])
    await send(`/fails/twice${coded}`)
    await send(`/fails/late${coded}`)
    await sendBytes(`GET /${marks.code} HTTP/1.1\r\nHost: x\r\nX: ${marks.code.repeat(6000)}\r\n\r\n`)
    await sendBytes(`${marks.code} ${marks.address}\r\n\r\n`)
    await sendBytes(
      `POST /en/getting-help HTTP/1.1\r\nHost: x\r\nUser-Agent: ${marks.agent}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\n\r\nband=${marks.code}`
    )
    await command(house.url, 'alter table resend_turn rename to resend_turn_away')
    const another = formBody({ ...valid, resend: marks.resend.replaceAll('b', 'c') })
    expect((await send(`/en/getting-help${coded}`, another)).status).toBe(500)
    await command(house.url, 'alter table resend_turn_away rename to resend_turn')
    for (let sent = 0; sent < 110; sent += 1) await send('/en/getting-help', formBody({ band: marks.code }))
    // It is the log of this run: the faults stand in it, each with its reference.
    expect(lines.match(/"reference":"[0-9a-f]{8}"/g)?.length).toBeGreaterThanOrEqual(4)
    expect(lines).toContain('said by the framework')
    for (const [name, mark] of Object.entries(marks))
      expect([name, lines.includes(mark)]).toEqual([name, false])
    expect(lines).not.toMatch(/"reqId"|remoteAddress|"req"|"res"|user-agent|x-forwarded/)
  }, 60_000)

  it('gives a fault a number that says nothing', async () => {
    const { text } = await send(`/fails/plainly${coded}`)
    const reference = /"reference":"([0-9a-f]{8})"[^\n]*\n$/.exec(lines)?.[1] ?? 'none'
    expect(text).toContain(reference)
    expect(text).not.toContain(marks.code)
    expect(text).not.toContain('quotes')
  })
})

describe('every answer', () => {
  it('tells nobody where a reader came from, and is kept by nobody where something was sent', async () => {
    for (const [what, path, , body] of sendings) {
      for (const method of body === undefined
        ? ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']
        : ['POST']) {
        const { status, headers } = await send(
          path,
          body ?? (method === 'GET' || method === 'HEAD' ? undefined : ''),
          method
        )
        const name = `${method} ${what}: ${status}`
        expect([name, headers['referrer-policy']]).toEqual([name, 'no-referrer'])
        expect([name, headers['permissions-policy']]).toEqual([
          name,
          expect.stringContaining('geolocation=()')
        ])
        expect([name, headers['content-security-policy']]).toEqual([
          name,
          expect.stringContaining("default-src 'none'")
        ])
        expect([name, headers['set-cookie']]).toEqual([name, undefined])
        if (method !== 'GET' && method !== 'HEAD')
          expect([name, headers['cache-control']]).toEqual([name, 'no-store'])
      }
    }
  }, 60_000)
})
