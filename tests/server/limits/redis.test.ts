import { afterEach, describe, expect, it } from 'vitest'
import { openRedis } from '../../../server/limits/redis.ts'
import { StartRefused } from '../../../server/database/start-refused.ts'
import { formBody, formHeaders, openConsultation, openHouse, type House } from '../../support/house.ts'
import { hasRedis, startRedis } from '../../support/redis.ts'

const leaving: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const leave of leaving.splice(0).reverse()) await leave()
})

async function redisWith(...settings: readonly string[]) {
  const server = await startRedis(...settings)
  leaving.push(server.stop)
  return server
}

async function opened(url: string, said: string[] = []) {
  const counts = await openRedis(url, line => void said.push(line))
  leaving.push(counts.close)
  return counts
}

async function houseWith(url: string): Promise<House> {
  const house = await openHouse({ counts: await opened(url) })
  leaving.push(house.close)
  await openConsultation(house)
  return house
}

async function malformed({ app }: House): Promise<number> {
  const reply = await app.inject({
    method: 'POST',
    url: '/en/getting-help',
    remoteAddress: '192.0.2.77',
    headers: formHeaders,
    payload: formBody({ band: 'none' })
  })
  return reply.statusCode
}

describe.skipIf(!hasRedis)('a flood that several servers see a part of', () => {
  it('is counted together, under a name that tells no address, and forgotten within the minute', async () => {
    const { url } = await redisWith()
    const [first, second] = [await houseWith(url), await houseWith(url)]
    for (let sent = 0; sent < 50; sent += 1) {
      expect(await malformed(first)).toBe(400)
      expect(await malformed(second)).toBe(400)
    }
    expect(await malformed(first)).toBe(429)
    expect(await malformed(second)).toBe(429)
    const { redis } = await opened(url)
    const names = await redis.keys('*')
    expect(names.toSorted().map(name => name.replace(/:[^:]*$/, ''))).toEqual([
      'earshot:malformed',
      'earshot:network-key'
    ])
    expect(names.join()).not.toContain('192.0.2')
    for (const name of names) {
      const left = await redis.pttl(name)
      expect(left).toBeGreaterThan(0)
      expect(left).toBeLessThanOrEqual(name.startsWith('earshot:malformed') ? 60_000 : 3_600_000)
    }
  })

  it('is not stopped, and nobody else either, while the counting server is away', async () => {
    const server = await redisWith()
    const house = await houseWith(server.url)
    expect(await malformed(house)).toBe(400)
    await server.stop()
    for (let sent = 0; sent < 120; sent += 1) expect(await malformed(house)).toBe(400)
    expect((await house.app.inject('/en/getting-help')).statusCode).toBe(200)
  })
})

describe.skipIf(!hasRedis)('a counting server', () => {
  it.each([
    ['snapshots', ['--save', '900 1', '--appendonly', 'no']],
    ['an append-only file', ['--save', '', '--appendonly', 'yes']]
  ])('that writes %s is refused, with what to set instead', async (_, settings) => {
    const { url } = await redisWith(...settings)
    await expect(openRedis(url, () => undefined)).rejects.toThrow(StartRefused)
    await expect(openRedis(url, () => undefined)).rejects.toThrow(/--save "" --appendonly no/)
  })

  it('that does not tell its settings is used, with a warning', async () => {
    const { url } = await redisWith('--save', '', '--rename-command', 'CONFIG', '')
    const said: string[] = []
    await opened(url, said)
    expect(said.join()).toContain('does not tell its settings')
  })

  it('gives all servers one key an hour', async () => {
    const { url } = await redisWith()
    const [first, second] = [await opened(url), await opened(url)]
    const keys = await Promise.all([
      first.source(7, 60_000),
      second.source(7, 60_000),
      first.source(7, 60_000)
    ])
    expect(new Set(keys.map(key => key.toString('hex'))).size).toBe(1)
    expect(keys[0]).toHaveLength(32)
    expect(await second.source(8, 60_000)).not.toEqual(keys[0])
  })
})

describe('a counting server that is not there', () => {
  it('is named by its variable, without the password in its address', async () => {
    const refusal = await openRedis('redis://:secret@127.0.0.1:1', () => undefined).catch(String)
    expect(refusal).toContain('REDIS_URL')
    expect(refusal).not.toContain('secret')
  })
})
