import { eq } from 'drizzle-orm'
import { statusAt } from '#surveys'
import type { OpenedConsultation } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import { consultations, lifecycleEvents } from '../database/schema.ts'
import type { Actor } from './actor.ts'
import { note } from './audit-log.ts'

/**
 * Closes a consultation before its last day is over. Once this has returned, nothing more is admitted.
 *
 * @returns whether it was this call that closed it
 */
export async function close(db: Db, consultation: OpenedConsultation, { by, now }: Actor): Promise<boolean> {
  return db.transaction(async tx => {
    // Waits for everyone who is sending at this moment: admission holds the row shared.
    await tx
      .select({ id: consultations.id })
      .from(consultations)
      .where(eq(consultations.id, consultation.id))
      .for('update')
    const closed = await tx
      .select()
      .from(lifecycleEvents)
      .where(eq(lifecycleEvents.consultationId, consultation.id))
    const already =
      closed.some(event => event.kind === 'closed') || statusAt(consultation.schedule, now) === 'closed'
    if (already) return false
    await tx.insert(lifecycleEvents).values({ consultationId: consultation.id, kind: 'closed', at: now })
    await tx.update(consultations).set({ admits: false }).where(eq(consultations.id, consultation.id))
    await note(tx, { by, at: now, did: 'closed', consultationId: consultation.id })
    return true
  })
}
