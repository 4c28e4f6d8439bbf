import { describe, expect, it } from 'vitest'
import { askedTogether } from '../../server/asked-together.ts'

describe('what many ask at the same time', () => {
  it('is asked once for each key, and anew once the answer is there', async () => {
    const together = askedTogether<number>()
    let asked = 0
    const ask = async () => {
      asked += 1
      await new Promise(resolve => setImmediate(resolve))
      return asked
    }
    expect(await Promise.all([together('a', ask), together('a', ask), together('b', ask)])).toEqual([2, 2, 2])
    expect(asked).toBe(2)
    expect(await together('a', ask)).toBe(3)
  })

  it('fails for all who asked, and is tried again by the next', async () => {
    const together = askedTogether<string>()
    const failing = () => Promise.reject(new Error('away'))
    const outcomes = await Promise.allSettled([together('a', failing), together('a', failing)])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await together('a', async () => 'back')).toBe('back')
  })
})
