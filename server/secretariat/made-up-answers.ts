import { and, eq } from 'drizzle-orm'
import { codebookOf, syntheticResponses, type SyntheticShape } from '#surveys'
import type { Actor } from '../actor.ts'
import { note } from '../audit-log.ts'
import { codedResponse } from '../coded-response.ts'
import type { OpenedConsultation } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import { consultations } from '../database/schema.ts'
import { keepRemarks, keepResponses } from '../waiting-room/keep-responses.ts'
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
  { id, slug, version }: OpenedConsultation,
  { shape, count, seed }: MadeUp,
  { by, now }: Actor
): Promise<void> {
  const marked = await tx
    .select({ id: consultations.id })
    .from(consultations)
    .where(and(eq(consultations.id, id), eq(consultations.demonstration, true)))
    .for('share')
  if (marked.length === 0) throw new RangeError(`${slug} is no demonstration: made-up answers stay out of it`)
  const codebook = codebookOf(version.questionnaire)
  const made = syntheticResponses(version.questionnaire, shape, count, seededChance(seed))
  const coded = made.map(({ language, answers }) => codedResponse(codebook, language, answers))
  await keepResponses(tx, version, coded)
  await keepRemarks(tx, version, coded)
  await note(tx, {
    by,
    at: now,
    did: 'made up answers',
    consultationId: id,
    detail: { responses: count, seed }
  })
}
