import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { resendsEven, resendsOdd, resendTurn } from '../database/schema.ts'

const msPerDay = 24 * 60 * 60 * 1000

/** Days since 1970-01-01, UTC. */
export function dayOf(now: Date): number {
  return Math.floor(now.getTime() / msPerDay)
}

/**
 * By which a sending is remembered: its id, and the mark with which it came in, so that somebody else's mark under the
 * same id is another sending.
 */
export function hashOf(resend: Buffer, mark: Buffer | null): Buffer {
  const hash = createHash('sha256').update(resend)
  return (mark === null ? hash : hash.update(mark)).digest()
}

/** Whether a sending was stored before, today or yesterday. */
export async function isKnownSending(
  db: Db,
  resend: Buffer | undefined,
  mark: Buffer | null = null
): Promise<boolean> {
  return resend !== undefined && (await isKnownHash(db, hashOf(resend, mark)))
}

/** The same for the hash of a sending. */
export async function isKnownHash(db: Db, hash: Buffer): Promise<boolean> {
  const counts = await Promise.all(
    [resendsEven, resendsOdd].map(table => db.$count(table, eq(table.hash, hash)))
  )
  return counts.some(count => count > 0)
}

/** The table that remembers the ids of a day, and the one that still holds those of the day before. */
export function resendTables(day: number) {
  return day % 2 === 0
    ? { today: resendsEven, before: resendsOdd }
    : { today: resendsOdd, before: resendsEven }
}

/**
 * Makes sure that a table is in turn that was emptied for today.
 *
 * Answers also come in while nobody calls this, for days or on the first day of all, and are remembered in the table that
 * was in turn: an id in it may be of this second, so it is always the other one that is emptied. Where after such a
 * gap the table of today would be the same again, the other one takes the turn of tomorrow and begins it today.
 *
 * Emptied by TRUNCATE, which leaves nothing in the files. The tables are locked before the row that says whose turn it
 * is, which is the order in which an admission takes them: neither can be in the other's way and wait.
 *
 * @returns the day whose table is in turn now; never an earlier one, whatever the clock says
 */
export async function turnOver(db: Db, now: Date): Promise<number> {
  const today = dayOf(now)
  const [current] = await db.select().from(resendTurn)
  if (current === undefined) throw new RangeError('resend_turn has lost its row')
  if (today <= current.day) return current.day
  return db.transaction(async tx => {
    await tx.execute(sql`lock table ${resendsEven}, ${resendsOdd} in access exclusive mode`)
    const [turn] = await tx.select().from(resendTurn).for('update')
    if (turn === undefined || today <= turn.day) return turn?.day ?? current.day
    const day = (today - turn.day) % 2 === 0 ? today + 1 : today
    await tx.execute(sql`truncate ${resendTables(day).today}`)
    await tx.update(resendTurn).set({ day }).where(eq(resendTurn.only, true))
    return day
  })
}
