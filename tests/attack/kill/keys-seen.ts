import { setTimeout as sleep } from 'node:timers/promises'
import { waitingKeys } from '../../../server/database/schema.ts'
import { once } from './owner.ts'

export type KeyWatch = {
  /** @returns ids of all keys that were seen */
  stop(): Promise<ReadonlySet<string>>
}

/**
 * Looks ten times a second which keys the database knows. A killed process may leave a file of a key that no database ever
 * knew, which opens nothing; of one that was in use, no file may be left.
 */
export function watchKeys(home: string): KeyWatch {
  const seen = new Set<string>()
  let stopped = false

  async function watch(): Promise<void> {
    while (!stopped) {
      const found = await once(home, db => db.select({ id: waitingKeys.id }).from(waitingKeys)).catch(
        () => []
      )
      for (const { id } of found) seen.add(id)
      await sleep(100)
    }
  }

  const watching = watch()
  return {
    async stop() {
      stopped = true
      await watching
      return seen
    }
  }
}
