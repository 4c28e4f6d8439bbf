import { eq, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { resendsEven, resendsOdd, resendTurn } from '../database/schema.ts'

const msPerDay = 24 * 60 * 60 * 1000

/**
 * Makes sure that the table of today is in turn, emptied of what it held two days ago.
 *
 * @param day the day, counted from 1970-01-01 UTC, whose table is in turn so far
 * @returns the day whose table is in turn now; never an earlier one than `day`
 */
export async function turnOver(tx: Db, day: number, now: Date): Promise<number> {
  const today = Math.floor(now.getTime() / msPerDay)
  if (today <= day) return day
  const [turn] = await tx.select().from(resendTurn).for('update')
  if (turn === undefined) throw new RangeError('resend_turn has lost its row')
  if (today <= turn.day) return turn.day
  // DELETE and not TRUNCATE: TRUNCATE would wait for, and hold up, everyone who is sending right now.
  await tx.delete(tableOf(today))
  if (today > turn.day + 1) await tx.delete(tableOf(today + 1))
  await tx.update(resendTurn).set({ day: today }).where(eq(resendTurn.only, true))
  return today
}

/** Remembers the hash of a resend id. @returns false when it was there already, today or the day before */
export async function remember(tx: Db, day: number, hash: Buffer): Promise<boolean> {
  const before = tableOf(day + 1)
  const [known] = await tx
    .select({ one: sql`1` })
    .from(before)
    .where(eq(before.hash, hash))
    .limit(1)
  if (known !== undefined) return false
  const kept = await tx
    .insert(tableOf(day))
    .values({ hash })
    .onConflictDoNothing()
    .returning({ one: sql`1` })
  return kept.length === 1
}

function tableOf(day: number) {
  return day % 2 === 0 ? resendsEven : resendsOdd
}
