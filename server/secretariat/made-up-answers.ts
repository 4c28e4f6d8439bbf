import { and, eq } from 'drizzle-orm'
import { codebookOf, syntheticResponses, type SyntheticShape } from '#surveys'
import type { Actor } from '../actor.ts'
import { note } from '../audit-log.ts'
import { codedResponse, type CodedResponse } from '../coded-response.ts'
import type { OpenedConsultation } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import { consultations } from '../database/schema.ts'
import { keepRemarks, keepResponses } from '../waiting-room/keep-responses.ts'
import { openKeyOf } from '../waiting-room/keys.ts'
import { sealAll } from '../waiting-room/rows.ts'
import { seededChance } from './seeded-chance.ts'

export type MadeUp = {
  readonly shape: SyntheticShape
  readonly count: number
  /** The same seed gives the same answers everywhere. */
  readonly seed: number
}

/**
 * Fills a demonstration with made-up answers, in a transaction.
 *
 * @throws RangeError for any other consultation; whether it is one is asked of the database, in the same transaction
 */
export async function keepMadeUpAnswers(
  tx: Db,
  consultation: OpenedConsultation,
  madeUp: MadeUp,
  actor: Actor
): Promise<void> {
  const coded = await makeUp(tx, consultation, madeUp, actor)
  await keepResponses(tx, consultation.version, coded)
  await keepRemarks(tx, consultation.version, coded)
}

/** The same for one that is open: its made-up answers wait, sealed, like those that are sent. */
export async function sealMadeUpAnswers(
  tx: Db,
  consultation: OpenedConsultation,
  madeUp: MadeUp,
  actor: Actor
): Promise<void> {
  const coded = await makeUp(tx, consultation, madeUp, actor)
  const recipient = await openKeyOf(tx, consultation.id)
  if (recipient === undefined) throw new RangeError(`${consultation.slug} takes no answers`)
  const payloads = coded.map(each => ({ kind: 'answers' as const, ...each }))
  await sealAll(tx, consultation.version, recipient, payloads, actor.now)
}

async function makeUp(
  tx: Db,
  { id, slug, version }: OpenedConsultation,
  { shape, count, seed }: MadeUp,
  { by, now }: Actor
): Promise<CodedResponse[]> {
  const marked = await tx
    .select({ id: consultations.id })
    .from(consultations)
    .where(and(eq(consultations.id, id), eq(consultations.demonstration, true)))
    .for('share')
  if (marked.length === 0) throw new RangeError(`${slug} is no demonstration: made-up answers stay out of it`)
  await note(tx, {
    by,
    at: now,
    did: 'made up answers',
    consultationId: id,
    detail: { responses: count, seed }
  })
  const codebook = codebookOf(version.questionnaire)
  const made = syntheticResponses(version.questionnaire, shape, count, seededChance(seed))
  return made.map(({ language, answers }) => codedResponse(codebook, language, answers))
}
