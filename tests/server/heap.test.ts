import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeFolder } from '../support/folder.ts'
import { formBody, formHeaders, midway, openConsultation, openHouse, type House } from '../support/house.ts'

/** Nobody else's: so many addresses of this machine that none is met by chance. */
const senders = Array.from({ length: 20 }, (_, index) => `127.53.97.${101 + index}`)
const held = '127.53.98.7'
const proxy = '127.0.0.99'
const forwarded = '203.0.113.197'
const agentName = 'marker-agent-7c1e'
const referrer = 'https://marker-referrer-7c1e.example/'

let house: House
let folder: Awaited<ReturnType<typeof makeFolder>>
let server: ChildProcess
let port: number

beforeAll(async () => {
  house = await openHouse()
  await openConsultation(house)
  folder = await makeFolder()
  server = fork(
    new URL('../support/heap-process.ts', import.meta.url),
    [house.url, house.keyFolder, midway],
    {
      execArgv: ['--expose-gc', '--import', 'tsx'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc']
    }
  )
  const [told] = (await once(server, 'message')) as [{ address: string }]
  port = Number(new URL(told.address).port)
}, 60_000)
afterAll(async () => {
  server.kill()
  await once(server, 'exit')
  await folder.remove()
  await house.close()
})

type Sending = { from: string; path?: string; body?: string; headers?: Record<string, string>; agent?: Agent }

/** One request from an address of this machine; the connection is closed unless an agent keeps it. */
function send({ from, path = '/en/getting-help', body, headers = {}, agent }: Sending): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path,
        localAddress: from,
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          'user-agent': agentName,
          referer: referrer,
          ...(body !== undefined && formHeaders),
          ...headers
        },
        ...(agent ? { agent } : { agent: false })
      },
      reply => {
        reply.resume().on('end', () => resolve(reply.statusCode ?? 0))
      }
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

const malformed = formBody({ band: 'none' })
const valid = (index: number): string =>
  formBody({ band: '16_17', version: '1', 'q.hours': '5', resend: index.toString(16).padStart(32, '0') })

/** Which of some texts stand anywhere in what the process remembers. */
async function remembered(name: string, texts: readonly string[]): Promise<string[]> {
  const file = join(folder.path, name)
  const answered = once(server, 'message')
  server.send({ snapshot: file })
  await answered
  const found = new Set<string>()
  let before = ''
  for await (const chunk of createReadStream(file, 'latin1')) {
    const text = before + String(chunk)
    for (const each of texts) if (text.includes(each)) found.add(each)
    before = text.slice(-100)
  }
  return texts.filter(each => found.has(each))
}

describe('the memory of a server', () => {
  it('holds the address of a connection that is open, or this test would find nothing at all', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    expect(await send({ from: held, body: malformed, agent })).toBe(400)
    expect(await remembered('open.heapsnapshot', [held])).toEqual([held])
    agent.destroy()
  }, 120_000)

  it('an hour later holds no address of a connection that was closed, and nothing else of whoever sent', async () => {
    for (const [index, from] of senders.entries()) {
      expect(await send({ from })).toBe(200)
      expect(await send({ from, body: valid(index) })).toBe(303)
      expect(await send({ from, body: malformed })).toBe(400)
      expect(await send({ from, body: `a=${'x'.repeat(600_000)}` }).catch(() => 413)).toBe(413)
      expect(await send({ from, path: '/no/such/page' })).toBe(404)
    }
    const headers = { 'x-forwarded-for': forwarded }
    expect(await send({ from: proxy, body: malformed, headers })).toBe(400)
    server.send({ hours: 1 })
    // The proxy's own address is a setting, and stays.
    const marks = [...senders, held, forwarded, agentName, 'marker-referrer-7c1e']
    expect(await remembered('later.heapsnapshot', marks)).toEqual([])
  }, 120_000)
})
