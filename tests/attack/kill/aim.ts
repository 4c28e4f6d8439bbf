import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { once } from './owner.ts'

/**
 * Waits until something moves that is hard to hit by chance: a transaction that moves what waits has begun, or a private
 * key is made or destroyed. Waits for so long at most; whether there was anything does not matter.
 */
export async function untilSomethingMoves(home: string, keyFolder: string, longestMs: number): Promise<void> {
  const until = Date.now() + longestMs
  const before = await keyNames(keyFolder)
  await once(home, async db => {
    while (Date.now() < until) {
      const { rowCount } = await db.execute(moving)
      if (rowCount !== 0 || (await keyNames(keyFolder)) !== before) return
      await sleep(3)
    }
  }).catch(() => undefined)
}

/** The lock of `holdPouring`, whoever has it. */
const moving = sql`
  select from pg_locks, consultations
  where locktype = 'advisory' and objsubid = 1 and granted
    and (classid::bigint << 32) | objid::bigint = hashtextextended(consultations.id::text, 1)
  limit 1`

async function keyNames(keyFolder: string): Promise<string> {
  const names = await readdir(join(keyFolder, 'waiting-room')).catch(() => [])
  return names.toSorted().join(' ')
}
