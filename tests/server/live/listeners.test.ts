import { expect, it } from 'vitest'
import { listening } from '../../../server/live/listeners.ts'
import type { Newest } from '../../../server/live/newest.ts'

it('tells once of a database that is away, goes on asking, and hears what is new when it is back', async () => {
  const answers = ['away', 'away', 'away', 'there', 'away']
  let asked = 0
  const failures: number[] = []
  const heard: Newest[] = []
  const listeners = listening(
    async () => {
      asked += 1
      if (answers[asked - 1] === 'away') throw new Error('away')
      return new Map([['board', { number: 1, hash: 'f' }]])
    },
    () => failures.push(asked)
  )
  listeners.add('board', newest => heard.push(newest))
  await expect.poll(() => asked, { timeout: 10_000 }).toBeGreaterThanOrEqual(6)
  listeners.stop()
  expect(failures).toEqual([1, 5])
  expect(heard).toEqual([{ number: 1, hash: 'f' }])
}, 15_000)
