import { eq } from 'drizzle-orm'
import type { Actor } from '../actor.ts'
import { isOpened, listConsultations, type OpenedConsultation } from '../consultations/find.ts'
import type { Connections, Db } from '../database/client.ts'
import { consultations } from '../database/schema.ts'
import { publishLive } from '../releases/publish-live.ts'
import { holdPouring } from './door.ts'
import { destroySpentKeys, openFirstKey, openKeyOf } from './keys.ts'
import { patience } from './patience.ts'
import { pourAtClose } from './pour.ts'
import { dayOf, turnOver } from './resends.ts'
import { stir } from './stir.ts'

/** One round of what has to be done for the waiting rooms. */
export type Tend = (now: Date) => Promise<void>

/**
 * What the pourer does, round after round: pours what has closed, makes live releases, stirs once a day and after every start, and changes the
 * table of the resends. Each piece takes up what an earlier run left unfinished, so it does not matter when one is killed.
 *
 * @param failed told of a consultation that went wrong; the others go on, and it is tried again: a live release ever more seldom
 */
export function tending(
  connections: Connections,
  keyFolder: string,
  failed: (error: unknown, slug: string) => void = () => undefined
): Tend {
  const { db } = connections
  const stirredOn = new Map<string, number>()
  const live = patience()

  async function tendOne(consultation: OpenedConsultation, { by, now }: Actor): Promise<void> {
    const poured = await pourAtClose(db, keyFolder, consultation, { by, now })
    if (poured !== 'stillOpen') return
    const { id } = consultation
    if ((await openKeyOf(db, id)) === undefined) await openMissingKey(db, keyFolder, id)
    if (consultation.live && live.mayTry(id)) await releaseLive(consultation, { by, now })
    if (stirredOn.get(id) === dayOf(now)) return
    await stir(db, keyFolder, consultation, now)
    stirredOn.set(id, dayOf(now))
  }

  /** Each try that fails costs a key and a line of the log. It does not keep from the stir. */
  async function releaseLive(consultation: OpenedConsultation, actor: Actor): Promise<void> {
    try {
      await publishLive(connections, keyFolder, consultation, actor)
      live.succeeded(consultation.id)
    } catch (error) {
      live.failed(consultation.id)
      failed(error, consultation.slug)
    }
  }

  return async now => {
    await turnOver(db, now)
    const all = await listConsultations(db)
    for (const consultation of all.filter(isOpened).filter(({ emptied }) => emptied === null)) {
      try {
        await tendOne(consultation, { by: 'pourer', now })
      } catch (error) {
        failed(error, consultation.slug)
      }
    }
    // Also of what has been poured: whoever did it may have been killed before.
    await destroySpentKeys(db, keyFolder)
  }
}

/** For a consultation that was opened before answers were sealed, unless somebody has poured it in this moment. */
async function openMissingKey(db: Db, keyFolder: string, consultationId: string): Promise<void> {
  await db.transaction(async tx => {
    await holdPouring(tx, consultationId)
    const [row] = await tx
      .select({ emptied: consultations.emptied })
      .from(consultations)
      .where(eq(consultations.id, consultationId))
    const isMissing = row?.emptied === null && (await openKeyOf(tx, consultationId)) === undefined
    if (isMissing) await openFirstKey(tx, keyFolder, consultationId)
  })
}
