import pg from 'pg'

// Any number that no other lock of ours has; it is taken in the database "postgres", which holds nothing else.
const presenceLock = 7_401_963

/**
 * One process's presence at the embedded server: a connection that shares an advisory lock.
 *
 * The kernel ends it with its process, however that dies, so who is there needs no list that could be stale.
 */
export type Presence = {
  readonly client: pg.Client
  /** Whether the connection still stands. */
  isThere(): boolean
  /** Leaves; true when nobody else is there. Call it under the lock, so that nobody comes meanwhile. */
  leave(): Promise<boolean>
}

/**
 * @param options how to reach the database "postgres"
 * @param onLoss called when the connection ends without `leave`
 */
export async function announcePresence(options: pg.ClientConfig, onLoss: () => void): Promise<Presence> {
  const client = new pg.Client({
    ...options,
    application_name: 'earshot presence',
    connectionTimeoutMillis: 10_000
  })
  let there = true
  let leaving = false
  // The end of the connection tells it all; without a listener an error would end this process.
  client.on('error', () => undefined)
  client.on('end', () => {
    if (there && !leaving) onLoss()
    there = false
  })
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [presenceLock])
  } catch (error) {
    leaving = true
    await client.end().catch(() => undefined)
    throw error
  }
  return {
    client,
    isThere: () => there,
    async leave() {
      leaving = true
      try {
        await client.query('select pg_advisory_unlock_shared($1)', [presenceLock])
        const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [
          presenceLock
        ])
        return rows[0]?.alone === true
      } catch {
        // The server went first; whoever needs it starts it again.
        return false
      } finally {
        await client.end().catch(() => undefined)
      }
    }
  }
}
