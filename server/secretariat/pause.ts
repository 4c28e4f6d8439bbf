import { eq } from 'drizzle-orm'
import { statusAt } from '#surveys'
import type { Actor } from '../actor.ts'
import { note } from '../audit-log.ts'
import type { OpenedConsultation } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import { consultations, lifecycleEvents } from '../database/schema.ts'
import { holdDoor } from '../waiting-room/door.ts'

/**
 * Has a consultation take no answers for a time, or take them again. Once a pause has returned, nothing is admitted until
 * it is resumed; its dates run on.
 *
 * @param reason for the audit log; respondents are not told
 * @returns whether it was this call that changed anything; a consultation that is closed is never changed
 */
export async function setPaused(
  db: Db,
  consultation: OpenedConsultation,
  { paused, reason, by, now }: Actor & { readonly paused: boolean; readonly reason: string | undefined }
): Promise<boolean> {
  if (statusAt(consultation.schedule, now) === 'closed') return false
  return db.transaction(async tx => {
    await holdDoor(tx, consultation.id)
    const [row] = await tx
      .select({ paused: consultations.paused, admits: consultations.admits })
      .from(consultations)
      .where(eq(consultations.id, consultation.id))
    if (row === undefined || row.paused === paused || !row.admits) return false
    const kind = paused ? 'paused' : 'resumed'
    await tx.update(consultations).set({ paused }).where(eq(consultations.id, consultation.id))
    await tx.insert(lifecycleEvents).values({ consultationId: consultation.id, kind, at: now })
    await note(tx, {
      by,
      at: now,
      did: kind,
      consultationId: consultation.id,
      ...(reason !== undefined && { detail: { reason } })
    })
    return true
  })
}
