import { and, eq } from 'drizzle-orm'
import { coarsen } from '#analytics'
import type { OpenedConsultation } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import { responses } from '../database/schema.ts'

/** Makes rare profiles coarser for good, over all answers of a consultation together. */
export async function coarsenAll(tx: Db, { version, breakdowns }: OpenedConsultation): Promise<void> {
  const rows = await tx
    .select({ id: responses.id, answers: responses.answers })
    .from(responses)
    .where(eq(responses.versionId, version.id))
  const coarse = coarsen(
    version.questionnaire,
    breakdowns,
    rows.map(({ answers }) => answers)
  )
  for (const [at, { id, answers }] of rows.entries()) {
    const instead = coarse[at]
    if (instead === undefined || instead.every((code, slot) => code === answers[slot])) continue
    await tx
      .update(responses)
      .set({ answers: [...instead] })
      .where(and(eq(responses.versionId, version.id), eq(responses.id, id)))
  }
}
