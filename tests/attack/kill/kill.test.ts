import { describe, expect, it } from 'vitest'
import { live } from './life.ts'

describe('a server whose processes are killed at any moment', () => {
  it('loses no answer that it thanked for, and keeps none twice', { timeout: 600_000 }, async () => {
    const seed = Math.floor(Math.random() * 2 ** 31)
    const { verdict, story } = await live({ seed, kills: 20, waves: 5 })
    expect(verdict, story).toEqual({
      thanked: expect.any(Number) as number,
      lost: [],
      doubled: [],
      refusedAndThere: [],
      stillWaiting: 0,
      keys: 0,
      spentKeyFiles: [],
      careless: []
    })
    expect(verdict.thanked, story).toBeGreaterThan(100)
  })
})
