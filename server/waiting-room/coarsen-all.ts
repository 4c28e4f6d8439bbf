import { and, eq } from 'drizzle-orm'
import { coarsen } from '#analytics'
import type { CodedResponse } from '../coded-response.ts'
import type { OpenedConsultation } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import { responses } from '../database/schema.ts'

type Packed = Pick<CodedResponse, 'packed'>

/**
 * Makes rare profiles coarser for good, over all answers of a consultation together: those that are kept already, and
 * those that arrive. What arrives is coarse before it is written: a row that is changed stays in the file, and in the
 * write-ahead log, as it was.
 *
 * @param arriving answers that are not kept yet
 * @returns them as they are to be kept, in their order
 */
export async function coarsenAll(
  tx: Db,
  { version, breakdowns }: OpenedConsultation,
  arriving: readonly Packed[]
): Promise<Packed[]> {
  const kept = await tx
    .select({ id: responses.id, answers: responses.answers })
    .from(responses)
    .where(eq(responses.versionId, version.id))
  const coarse = coarsen(version.questionnaire, breakdowns, [
    ...kept.map(({ answers }) => answers),
    ...arriving.map(({ packed }) => packed)
  ])
  for (const [at, { id, answers }] of kept.entries()) {
    const instead = coarse[at]
    if (instead === undefined || instead.every((code, slot) => code === answers[slot])) continue
    await tx
      .update(responses)
      .set({ answers: [...instead] })
      .where(and(eq(responses.versionId, version.id), eq(responses.id, id)))
  }
  return coarse.slice(kept.length).map(packed => ({ packed }))
}
