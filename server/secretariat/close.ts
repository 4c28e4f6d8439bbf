import { eq } from 'drizzle-orm'
import { statusAt } from '#surveys'
import type { Actor } from '../actor.ts'
import { note } from '../audit-log.ts'
import type { OpenedConsultation } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import { lifecycleEvents } from '../database/schema.ts'
import { closeDoor, holdDoor } from '../waiting-room/door.ts'

/**
 * Closes a consultation before its last day is over. Once this has returned, nothing more is admitted.
 *
 * @returns whether it was this call that closed it
 */
export async function close(db: Db, consultation: OpenedConsultation, { by, now }: Actor): Promise<boolean> {
  return db.transaction(async tx => {
    await holdDoor(tx, consultation.id)
    const closed = await tx
      .select()
      .from(lifecycleEvents)
      .where(eq(lifecycleEvents.consultationId, consultation.id))
    const already =
      closed.some(event => event.kind === 'closed') || statusAt(consultation.schedule, now) === 'closed'
    if (already) return false
    await tx.insert(lifecycleEvents).values({ consultationId: consultation.id, kind: 'closed', at: now })
    await closeDoor(tx, consultation.id)
    await note(tx, { by, at: now, did: 'closed', consultationId: consultation.id })
    return true
  })
}
