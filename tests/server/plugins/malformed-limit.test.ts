import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { formBody, formHeaders, openConsultation, openHouse, type House } from '../../support/house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
  await openConsultation(house)
})
afterAll(() => house.close())

/** A form that nobody can have filled in: 400, or 429 once its network has sent too many. */
async function malformedFrom(remoteAddress: string): Promise<number> {
  const reply = await house.app.inject({
    method: 'POST',
    url: '/en/getting-help',
    remoteAddress,
    headers: formHeaders,
    payload: formBody({ band: 'none' })
  })
  return reply.statusCode
}

async function flood(remoteAddress: string): Promise<void> {
  for (let sent = 0; sent < 100; sent += 1) expect(await malformedFrom(remoteAddress)).toBe(400)
  expect(await malformedFrom(remoteAddress)).toBe(429)
}

describe('a flood of requests that cannot be read', () => {
  it('is turned away for all 256 addresses of an IPv4 network, and for no other', async () => {
    await flood('192.0.2.1')
    expect(await malformedFrom('192.0.2.254')).toBe(429)
    expect(await malformedFrom('::ffff:192.0.2.9')).toBe(429)
    expect(await malformedFrom('192.0.3.1')).toBe(400)
    expect(await malformedFrom('192.1.2.1')).toBe(400)
  })

  it('is turned away for the first 56 bits of an IPv6 address, however it is written, and for no other', async () => {
    await flood('2001:db8:0:1200::1')
    expect(await malformedFrom('2001:DB8:0:12ff:ffff::9')).toBe(429)
    expect(await malformedFrom('2001:0db8:0000:1234:0:0:0:1')).toBe(429)
    expect(await malformedFrom('2001:db8:0:1300::1')).toBe(400)
    expect(await malformedFrom('2001:db8::1')).toBe(400)
    expect(await malformedFrom('::1')).toBe(400)
  })

  it('is counted under a key that is forgotten after an hour', async () => {
    const later = Date.now() + 2 * 60 * 60 * 1000
    const minutes = (count: number) => vi.setSystemTime(later + count * 60 * 1000)
    vi.useFakeTimers({ toFake: ['Date'], now: later })
    try {
      expect(await malformedFrom('198.51.100.1')).toBe(400)
      minutes(59.7)
      await flood('203.0.113.1')
      minutes(59.9)
      expect(await malformedFrom('203.0.113.1')).toBe(429)
      // Still within the minute that the flood is counted for.
      minutes(60.1)
      expect(await malformedFrom('203.0.113.1')).toBe(400)
    } finally {
      vi.useRealTimers()
    }
  })
})
