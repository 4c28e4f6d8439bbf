import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formBody, formHeaders, openConsultation, openHouse, type House } from '../../support/house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
  await openConsultation(house)
})
afterAll(() => house.close())

/** A form that nobody can have filled in: 400, or 429 once its network has sent too many. */
async function malformedFrom(remoteAddress: string, where = house, forwarded?: string): Promise<number> {
  const reply = await where.app.inject({
    method: 'POST',
    url: '/en/getting-help',
    remoteAddress,
    headers: { ...formHeaders, ...(forwarded !== undefined && { 'x-forwarded-for': forwarded }) },
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

  it('is counted under a key that is forgotten at the full hour', async () => {
    house.setClock('2026-03-10T12:59:58Z')
    await flood('203.0.113.1')
    house.setClock('2026-03-10T12:59:59Z')
    expect(await malformedFrom('203.0.113.1')).toBe(429)
    // Still within the minute that the flood is counted for.
    house.setClock('2026-03-10T13:00:00Z')
    expect(await malformedFrom('203.0.113.1')).toBe(400)
  })

  it('stops nobody on that network whose answers can be read', async () => {
    await flood('203.0.114.1')
    const reply = await house.app.inject({
      method: 'POST',
      url: '/en/getting-help',
      remoteAddress: '203.0.114.2',
      headers: formHeaders,
      payload: formBody({ band: '16_17', version: '1', 'q.hours': '5', resend: 'c0ffee01'.repeat(4) })
    })
    expect(reply.statusCode).toBe(303)
    const page = await house.app.inject({ url: '/en/getting-help', remoteAddress: '203.0.114.3' })
    expect(page.statusCode).toBe(200)
  })

  it('is one of too large ones too', async () => {
    const payload = Buffer.alloc(3_000_000, 'x')
    const oversized = () =>
      house.app.inject({
        method: 'POST',
        url: '/en/getting-help',
        remoteAddress: '203.0.115.1',
        headers: formHeaders,
        payload
      })
    for (let sent = 0; sent < 100; sent += 1) expect((await oversized()).statusCode).toBe(413)
    expect((await oversized()).statusCode).toBe(429)
  })

  it('is not got round by an address that a sender makes up', async () => {
    for (let sent = 0; sent < 100; sent += 1)
      expect(await malformedFrom('203.0.116.1', house, `192.88.99.${sent}`)).toBe(400)
    expect(await malformedFrom('203.0.116.1', house, '192.88.100.1')).toBe(429)
  })
})

describe('behind a proxy that is trusted', () => {
  it('senders are told apart by what the proxy says, and by nothing that anybody else says', async () => {
    const behind = await openHouse({ trustProxy: '198.18.0.0/16' })
    try {
      await openConsultation(behind)
      for (let sent = 0; sent < 100; sent += 1)
        expect(await malformedFrom('198.18.0.1', behind, '192.88.99.7')).toBe(400)
      expect(await malformedFrom('198.18.0.1', behind, '192.88.99.8')).toBe(429)
      expect(await malformedFrom('198.18.0.1', behind, '192.88.100.8')).toBe(400)
      // What stands further left was made up by the sender.
      expect(await malformedFrom('198.18.0.1', behind, '10.1.1.1, 192.88.99.9')).toBe(429)
      expect(await malformedFrom('203.0.117.1', behind, '192.88.99.9')).toBe(400)
    } finally {
      await behind.close()
    }
  })
})
