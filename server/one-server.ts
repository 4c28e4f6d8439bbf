import type pg from 'pg'
import { StartRefused } from './database/start-refused.ts'

/** Any number that nothing else in the house locks on. */
const serverLock = 0x6561_7273

/**
 * Makes this process the one server of an embedded database. A session lock of the database: it goes when the
 * process does, however it ends. The command line may still work beside the server.
 *
 * @returns a function that gives the place up
 * @throws StartRefused when another server has it
 */
export async function claimDataFolder(pool: pg.Pool): Promise<() => Promise<void>> {
  const client = await pool.connect()
  const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [
    serverLock
  ])
  if (rows[0]?.mine !== true) {
    client.release()
    throw new StartRefused(
      'Another Earshot server is already running on this data folder.',
      'Use that one, end it first, or set EARSHOT_DATA to another folder.'
    )
  }
  // A database that is started anew under the server has lost the lock; the client must not take the process with it.
  client.on('error', () => undefined)
  return async () => {
    client.release(true)
  }
}
