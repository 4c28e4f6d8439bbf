import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { resendsEven, resendsOdd, resendTurn } from '../database/schema.ts'

const msPerDay = 24 * 60 * 60 * 1000

/** Days since 1970-01-01, UTC. */
export function dayOf(now: Date): number {
  return Math.floor(now.getTime() / msPerDay)
}

/** By which a sending is remembered. */
export function hashOf(resend: Buffer): Buffer {
  return createHash('sha256').update(resend).digest()
}

/** Whether a sending was stored before, today or yesterday. */
export async function isKnownSending(db: Db, resend: Buffer | undefined): Promise<boolean> {
  if (resend === undefined) return false
  const hash = hashOf(resend)
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
 * Makes sure that the table of today is in turn, emptied of what it held two days ago.
 *
 * @param day the day whose table was in turn when somebody looked
 * @returns the day whose table is in turn now; never an earlier one, whatever the clock says
 */
export async function turnOver(db: Db, day: number, now: Date): Promise<number> {
  const today = dayOf(now)
  if (today <= day) return day
  return db.transaction(async tx => {
    const [turn] = await tx.select().from(resendTurn).for('update')
    if (turn === undefined) throw new RangeError('resend_turn has lost its row')
    if (today <= turn.day) return turn.day
    const tables = resendTables(today)
    // DELETE and not TRUNCATE, which would leave those who wait on the table without it.
    await tx.delete(tables.today)
    if (today > turn.day + 1) await tx.delete(tables.before)
    await tx.update(resendTurn).set({ day: today }).where(eq(resendTurn.only, true))
    return today
  })
}

const msPerHour = 60 * 60 * 1000

/**
 * Has the day change also when nobody sends: now, and every hour from now on. So no id is remembered for longer than two
 * days while a server runs.
 *
 * @param failed told of what went wrong; the next hour tries again
 * @returns a function that ends it
 */
export async function keepTurning(
  db: Db,
  clock: () => Date,
  failed: (error: unknown) => void
): Promise<() => void> {
  const turn = async (): Promise<void> => {
    // Looked at first: who asks for the row to change it would wait for all who are sending, every hour.
    const [current] = await db.select().from(resendTurn)
    if (current !== undefined) await turnOver(db, current.day, clock())
  }
  await turn()
  const timer = setInterval(() => void turn().catch(failed), msPerHour).unref()
  return () => clearInterval(timer)
}
