import { eq } from 'drizzle-orm'
import type { Actor } from '../actor.ts'
import { note } from '../audit-log.ts'
import type { OpenedConsultation } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import { concerns } from '../database/schema.ts'
import { shuffled } from '../waiting-room/rows.ts'

/**
 * Takes out what waits for the safeguarding lead. It goes from the database only once it is kept elsewhere: whoever is
 * killed in between finds it twice, and nothing is lost.
 *
 * @param db as the secretariat, which cannot open a row
 * @param keep keeps the rows, past a power cut
 * @returns how many rows there were, with a text in them or without: nobody here can tell
 */
export async function collectConcerns(
  db: Db,
  { id }: OpenedConsultation,
  keep: (rows: readonly Buffer[]) => Promise<void>,
  { by, now }: Actor
): Promise<number> {
  return db.transaction(async tx => {
    const mine = eq(concerns.consultationId, id)
    // Locked together with its taking out: two who collect at a time would hand the same rows over twice.
    const taken = await tx.delete(concerns).where(mine).returning({ sealed: concerns.sealed })
    if (taken.length === 0) return 0
    await keep(shuffled(taken.map(({ sealed }) => sealed)))
    await note(tx, { by, at: now, did: 'handed rows to the safeguarding lead', consultationId: id })
    return taken.length
  })
}
