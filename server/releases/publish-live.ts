import { desc, eq } from 'drizzle-orm'
import { canonicalRelease, liveRuleOf, thresholdReached } from '#analytics'
import { codebookOf } from '#surveys'
import type { Actor } from '../actor.ts'
import { note } from '../audit-log.ts'
import type { OpenedConsultation } from '../consultations/find.ts'
import type { Connections, Db } from '../database/client.ts'
import { livePours, releases, waiting } from '../database/schema.ts'
import { inTransaction } from '../database/transaction.ts'
import { sha256 } from '../sha256.ts'
import { destroySpentKeys, renewKey } from '../waiting-room/keys.ts'
import { holdPouring } from '../waiting-room/door.ts'
import { pourLiveIn } from '../waiting-room/pour-live.ts'
import { chainOf } from './chain.ts'
import { collectResponses } from './collect.ts'
import { makeLive } from './make-live.ts'
import { existingNoiseKey, fingerprintOf } from './noise-key.ts'

/** `early`: the next threshold is not reached. `refused`: poured, but the audit lets nothing out before the next one. */
export type LivePublication = 'early' | 'released' | 'refused'

/**
 * Once the next threshold of the schedule and ten more have come: pours up to it, tabulates, protects, audits, chains and
 * stores, in one transaction. Whatever ends the process, either all of it is there or nothing, and the next round does it.
 */
export async function publishLive(
  { db, pool }: Connections,
  keyFolder: string,
  consultation: OpenedConsultation,
  actor: Actor
): Promise<LivePublication> {
  const { id, slug, keyFingerprint } = consultation
  if ((await reachedNow(db, consultation)) === undefined) return 'early'
  const key = await existingNoiseKey(keyFolder)
  if (fingerprintOf(key) !== keyFingerprint) throw new RangeError(`${slug} opened with another noise key`)
  await renewKey(db, keyFolder, id)
  const publication = await inTransaction(pool, async (tx, client): Promise<LivePublication> => {
    await holdPouring(tx, id)
    const reached = await reachedNow(tx, consultation)
    if (reached === undefined) return 'early'
    const { threshold, poured, bases } = reached
    const pour = await pourLiveIn(tx, keyFolder, consultation, threshold - poured, actor)
    if (pour === undefined) return 'early'
    const chain = await chainOf(tx, id)
    const codebook = codebookOf(consultation.version.questionnaire)
    const responses = await collectResponses(client, consultation.version.id, codebook)
    const made = makeLive(consultation, { key, codebook, responses, chain, bases, now: actor.now })
    const kept = { consultationId: id, responses: threshold, remarks: pour.remarks }
    if (made === undefined) {
      await tx.insert(livePours).values(kept)
      await note(tx, { ...noted(consultation, actor), did: 'left out a live release', detail: { threshold } })
      return 'refused'
    }
    const { number } = made.release
    const body = canonicalRelease(made.release)
    const hash = sha256(body)
    await tx.insert(releases).values({ consultationId: id, number, hash, body, live: true })
    await tx.insert(livePours).values({ ...kept, bases: made.bases })
    await note(tx, { ...noted(consultation, actor), did: 'released live', detail: { number, hash } })
    return 'released'
  })
  await destroySpentKeys(db, keyFolder)
  return publication
}

const noted = ({ id }: OpenedConsultation, { by, now }: Actor) => ({ by, at: now, consultationId: id })

type Reached = {
  readonly threshold: number
  readonly poured: number
  /** What the latest live release needs the next one to know; null where there is none. */
  readonly bases: Readonly<Record<string, number>> | null
}

/** The threshold that is reached, if one is. Counting takes no lock: what has come does not go away before the next pour. */
async function reachedNow(db: Db, consultation: OpenedConsultation): Promise<Reached | undefined> {
  const pours = await db
    .select()
    .from(livePours)
    .where(eq(livePours.consultationId, consultation.id))
    .orderBy(desc(livePours.responses))
  const poured = pours[0]?.responses ?? 0
  const remarks = pours.reduce((sum, pour) => sum + pour.remarks, 0)
  const rows = await db.$count(waiting, eq(waiting.versionId, consultation.version.id))
  const { first } = liveRuleOf(consultation.access)
  const threshold = thresholdReached(poured, poured + rows - remarks, first)
  const bases = pours.find(pour => pour.bases !== null)?.bases ?? null
  return threshold === undefined ? undefined : { threshold, poured, bases }
}
