import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import {
  destroyWaitingKey,
  keptKeys,
  makeWaitingKey,
  placesOf
} from '../../../server/waiting-room/key-store.ts'
import { makeFolder } from '../../support/folder.ts'

it('a key that several processes destroy at once is gone from both places, and none of them fails', async () => {
  const folder = await makeFolder()
  try {
    for (let round = 0; round < 20; round += 1) {
      const id = randomUUID()
      await makeWaitingKey(folder.path, id)
      await Promise.all(Array.from({ length: 8 }, () => destroyWaitingKey(folder.path, id)))
      expect(await placesOf(folder.path, id)).toEqual([false, false])
    }
    expect(await keptKeys(folder.path)).toEqual([])
  } finally {
    await folder.remove()
  }
})
