import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { StartRefused } from './database/start-refused.ts'

/** Any number that nothing else in the house locks on. */
const serverLock = 0x6561_7273
const retryAfterMs = 1000

/**
 * Makes this process the one server of an embedded database. A session lock of the database: it goes when the
 * process does, however it ends. The command line may still work beside the server.
 *
 * @param displaced called when the lock was lost with its connection and another server has it now
 * @returns a function that gives the place up
 * @throws StartRefused when another server has it
 */
export async function claimDataFolder(pool: pg.Pool, displaced: () => void): Promise<() => Promise<void>> {
  let left = false
  let held: pg.PoolClient | undefined

  async function claim(): Promise<boolean> {
    const client = await pool.connect()
    try {
      const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [
        serverLock
      ])
      const mine = rows[0]?.mine === true
      if (mine && !left) hold(client)
      else client.release(mine)
      return mine
    } catch (error) {
      client.release(true)
      throw error
    }
  }

  function hold(client: pg.PoolClient): void {
    held = client
    // The lock goes with a database that dies under the server; the one that is started in its place is claimed anew.
    client.once('error', () => {
      held = undefined
      client.release(true)
      void claimAgain()
    })
  }

  async function claimAgain(): Promise<void> {
    while (!left) {
      await sleep(retryAfterMs, undefined, { ref: false })
      // The database is still away as long as this fails.
      const mine = left || (await claim().catch(() => undefined))
      if (mine === true) return
      if (mine === false) {
        displaced()
        return
      }
    }
  }

  if (!(await claim())) {
    throw new StartRefused(
      'Another Earshot server is already running on this data folder.',
      'Use that one, end it first, or set EARSHOT_DATA to another folder.'
    )
  }
  return async () => {
    left = true
    held?.release(true)
  }
}
