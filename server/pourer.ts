import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { Connections } from './database/client.ts'
import { retain } from './retention/index.ts'
import { dayOf } from './waiting-room/resends.ts'
import { tending, type Tend } from './waiting-room/tend.ts'

/** Any number that nothing else in the house locks on. */
const pourerLock = 0x706f_7572
const roundMs = 1000

export type Pourer = {
  /** Finishes the round under way, and ends. */
  close(): Promise<void>
}

export type PourerOptions = {
  readonly database: Connections
  readonly keyFolder: string
  readonly clock: () => Date
  /** Told of what went wrong, and with which consultation; the next round tries again. */
  readonly failed: (error: unknown, slug?: string) => void
}

/**
 * Tends the waiting rooms, a round a second. Of several pourers on one database one is at work, and the next takes over
 * when it is gone.
 */
export function startPourer({ database, keyFolder, clock, failed }: PourerOptions): Pourer {
  const ending = new AbortController()
  const tend = choresOf(database, keyFolder, failed)

  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      try {
        await round(database.pool, tend, clock())
      } catch (error) {
        failed(error)
      }
      await sleep(roundMs, undefined, { signal: ending.signal }).catch(() => undefined)
    }
  }

  const running = run()
  return {
    async close() {
      ending.abort()
      await running
    }
  }
}

/** Tends the waiting rooms, and once a day deletes what has been kept for as long as was promised. */
function choresOf(database: Connections, keyFolder: string, failed: PourerOptions['failed']): Tend {
  const tend = tending(database, keyFolder, failed)
  let retainedOn: number | undefined
  return async now => {
    await tend(now)
    if (retainedOn === dayOf(now)) return
    await retain(database.db, now, failed)
    retainedOn = dayOf(now)
  }
}

/** One round, unless another pourer is at work. The lock ends with its connection, however this process ends. */
async function round(pool: pg.Pool, tend: Tend, now: Date): Promise<void> {
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
      pourerLock
    ])
    if (rows[0]?.mine === true) await tend(now)
  } finally {
    // Given up with its connection: nobody can forget to unlock it.
    client.release(true)
  }
}
