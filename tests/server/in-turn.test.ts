import { describe, expect, it } from 'vitest'
import { inTurn } from '../../server/in-turn.ts'

describe('work in turn', () => {
  it('is done one after the other, in the order in which it came', async () => {
    const turn = inTurn()
    const seen: string[] = []
    const work = (name: string) =>
      turn(async () => {
        seen.push(`${name} begins`)
        await new Promise(resolve => setTimeout(resolve, 1))
        seen.push(`${name} ends`)
        return name
      })
    expect(await Promise.all([work('a'), work('b')])).toEqual(['a', 'b'])
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
  })

  it('lets what waits have several turns between two pieces', async () => {
    const turn = inTurn()
    const seen: number[] = []
    let others = 0
    let done = false
    const other = (): void => {
      others += 1
      if (!done) setImmediate(other)
    }
    setImmediate(other)
    await Promise.all([1, 2, 3].map(() => turn(() => seen.push(others))))
    done = true
    const [first = 0, second = 0, third = 0] = seen
    expect(second - first).toBeGreaterThan(5)
    expect(third - second).toBeGreaterThan(5)
  })

  it('goes on after a piece that fails, and says so to whoever asked for it', async () => {
    const turn = inTurn()
    const failing = turn(() => {
      throw new Error('no page')
    })
    const next = turn(() => 'page')
    await expect(failing).rejects.toThrow('no page')
    expect(await next).toBe('page')
  })
})
