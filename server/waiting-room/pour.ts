import { eq } from 'drizzle-orm'
import { statusAt } from '#surveys'
import type { Actor } from '../actor.ts'
import { note } from '../audit-log.ts'
import type { OpenedConsultation } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import { consultations, pendingMarks, waiting } from '../database/schema.ts'
import { tellLead } from '../safeguarding/tell-lead.ts'
import { coarsenAll } from './coarsen-all.ts'
import { closeDoor, holdDoor, holdPouring } from './door.ts'
import { keepRemarks, keepResponses } from './keep-responses.ts'
import { closeKeys, destroySpentKeys } from './keys.ts'
import { movePendingMarks } from './marks.ts'
import { openAll } from './rows.ts'

/** Fewer than this many together hide nobody: they are not opened. */
export const fewestTogether = 10

/** `already` and `stillOpen` change nothing. */
export type Poured = 'poured' | 'destroyed' | 'already' | 'stillOpen'

/**
 * The second wall, and the only writer of responses that came in through the waiting room: once a consultation has
 * closed, all that waits is opened, shuffled and written in one transaction, coarsened for good, without a time, an order or
 * a link. Fewer than ten are destroyed unopened.
 *
 * Resumable at any line: either the transaction is there as a whole or not at all, and keys go after it.
 */
export async function pourAtClose(
  db: Db,
  keyFolder: string,
  consultation: OpenedConsultation,
  { by, now }: Actor
): Promise<Poured> {
  const { id, version, schedule } = consultation
  // Asked before the door is held: the pourer comes every second, and who is on the way in would wait for it.
  if (statusAt(schedule, now) !== 'closed') return 'stillOpen'
  const poured = await db.transaction(async (tx): Promise<Poured> => {
    await holdPouring(tx, id)
    await holdDoor(tx, id)
    const [row] = await tx
      .select({ emptied: consultations.emptied })
      .from(consultations)
      .where(eq(consultations.id, id))
    if (row?.emptied !== null) return 'already'
    await closeDoor(tx, id)
    await closeKeys(tx, id)
    const here = eq(waiting.versionId, version.id)
    const count = await tx.$count(waiting, here)
    const tooFew = count > 0 && count < fewestTogether
    if (tooFew) await leaveUnopened(tx, consultation)
    else await pour(tx, keyFolder, consultation, now)
    await tx.delete(waiting).where(here)
    const emptied = tooFew ? 'destroyed' : 'poured'
    await tx.update(consultations).set({ emptied }).where(eq(consultations.id, id))
    await note(tx, { by, at: now, did: emptied, consultationId: id })
    return emptied
  })
  await destroySpentKeys(db, keyFolder)
  return poured
}

async function pour(tx: Db, keyFolder: string, consultation: OpenedConsultation, now: Date): Promise<void> {
  const { id, version } = consultation
  const payloads = await openAll(tx, keyFolder, consultation)
  await tellLead(tx, consultation, payloads, now)
  const answers = payloads.filter(({ kind }) => kind === 'answers')
  await keepResponses(tx, version, await coarsenAll(tx, consultation, answers))
  await keepRemarks(tx, version, payloads)
  await movePendingMarks(tx, id)
}

/** What waits counts for nothing: not its marks either. What came on paper is made coarse without it. */
async function leaveUnopened(tx: Db, consultation: OpenedConsultation): Promise<void> {
  await tx.delete(pendingMarks).where(eq(pendingMarks.consultationId, consultation.id))
  await coarsenAll(tx, consultation, [])
}
