import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hourlyKey, ownKey } from '../../../server/limits/hourly-key.ts'

function clockAt(start: string) {
  let now = new Date(start)
  return { clock: () => now, set: (next: string) => (now = new Date(next)) }
}

describe('the key of an hour', () => {
  it('is 32 random bytes, the same until the full hour and another after it', async () => {
    const { clock, set } = clockAt('2026-03-10T12:10:00Z')
    const key = hourlyKey(clock, ownKey)
    const first = Buffer.from(await key.current())
    expect(first).toHaveLength(32)
    set('2026-03-10T12:59:59.999Z')
    expect(await key.current()).toEqual(first)
    set('2026-03-10T13:00:00Z')
    expect(await key.current()).not.toEqual(first)
  })

  it('is overwritten once its hour is over, also when nobody asks for another', async () => {
    const { clock, set } = clockAt('2026-03-10T12:10:00Z')
    const key = hourlyKey(clock, ownKey)
    const held = await key.current()
    key.forgetOld()
    expect(held.equals(Buffer.alloc(32))).toBe(false)
    set('2026-03-10T13:00:01Z')
    key.forgetOld()
    await Promise.resolve()
    expect(held.equals(Buffer.alloc(32))).toBe(true)
  })

  it('is asked for again where it could not be had', async () => {
    const { clock } = clockAt('2026-03-10T12:10:00Z')
    let tries = 0
    const key = hourlyKey(clock, async () => {
      tries += 1
      if (tries === 1) throw new Error('away')
      return randomBytes(32)
    })
    await expect(key.current()).rejects.toThrow('away')
    expect(await key.current()).toHaveLength(32)
    expect(tries).toBe(2)
  })
})
