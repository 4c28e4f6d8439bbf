import { eq } from 'drizzle-orm'
import { codebookOf, unpack, type Answers } from '#surveys'
import type { Language } from '#locales'
import type { OpenedConsultation } from '../../server/consultations/find.ts'
import { responses } from '../../server/database/schema.ts'
import { openAll } from '../../server/waiting-room/rows.ts'
import type { House } from './house.ts'

/** The integers of all answers to a consultation: those that wait, opened with the keys of the house, and those that are poured. */
export async function packedAnswers(
  { database: { db }, keyFolder }: Pick<House, 'database' | 'keyFolder'>,
  consultation: OpenedConsultation
): Promise<(readonly number[])[]> {
  const poured = await db.select().from(responses).where(eq(responses.versionId, consultation.version.id))
  const sealed = await openAll(db, keyFolder, consultation)
  return [
    ...sealed.filter(({ kind }) => kind === 'answers').map(({ packed }) => packed),
    ...poured.map(({ answers }) => answers)
  ]
}

/** The same as answers by question, with the language in which they were given. */
export async function answersTo(
  house: Pick<House, 'database' | 'keyFolder'>,
  consultation: OpenedConsultation
): Promise<{ language: Language; answers: Answers }[]> {
  const codebook = codebookOf(consultation.version.questionnaire)
  return (await packedAnswers(house, consultation)).map(packed => unpack(codebook, packed))
}

/** The texts that wait for a consultation. */
export async function waitingTexts(
  { database: { db }, keyFolder }: Pick<House, 'database' | 'keyFolder'>,
  consultation: OpenedConsultation
): Promise<{ question: string; text: string }[]> {
  return (await openAll(db, keyFolder, consultation)).flatMap(({ remarks }) => remarks)
}
