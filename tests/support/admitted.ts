import { createHash, randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { codebookOf, questionsOf, readAnswers, shapesOf } from '#surveys'
import { codedResponse } from '../../server/coded-response.ts'
import type { OpenedConsultation } from '../../server/consultations/find.ts'
import { pendingMarks, remarks, responses, spentMarks, waiting } from '../../server/database/schema.ts'
import { admission, type Admission, type Submission } from '../../server/waiting-room/admit.ts'
import { openAll } from '../../server/waiting-room/rows.ts'
import type { House } from './house.ts'
import { markedAnswers, numberInRemark, numberReader } from './marked-answers.ts'

/** Marked answers as they are taken in. */
export function submissionOf({ version: { questionnaire } }: OpenedConsultation, number: number): Submission {
  const given = new Map(questionsOf(questionnaire).map(({ id }) => [id, markedAnswers(number).get(id) ?? []]))
  const parsed = readAnswers(shapesOf(questionnaire), given)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const mark = createHash('sha256').update(`mark ${number}`).digest()
  return { ...codedResponse(codebookOf(questionnaire), 'en', parsed.value), resend: randomBytes(16), mark }
}

/** Takes in answers with the numbers from 0 on, each with a mark of its own. */
export async function admitMarked(
  house: Pick<House, 'database' | 'now'>,
  consultation: OpenedConsultation,
  count: number
): Promise<Admission[]> {
  const admit = admission(house.database.as('admission'))
  const numbers = Array.from({ length: count }, (_, number) => number)
  return Promise.all(
    numbers.map(number => admit(consultation, submissionOf(consultation, number), house.now()))
  )
}

/** Numbers of marked answers by where they are, each list in rising order; marks are counted. */
export async function whereabouts(
  { database: { db }, keyFolder }: Pick<House, 'database' | 'keyFolder'>,
  consultation: OpenedConsultation
) {
  const { id, version } = consultation
  const numberOf = numberReader(version.questionnaire)
  const sealed = await openAll(db, keyFolder, consultation)
  const poured = await db.select().from(responses).where(eq(responses.versionId, version.id))
  const texts = await db.select().from(remarks).where(eq(remarks.versionId, version.id))
  return {
    waiting: rising(sealed.filter(({ kind }) => kind === 'answers').map(({ packed }) => numberOf(packed))),
    waitingRemarks: rising(sealed.flatMap(each => each.remarks.map(({ text }) => numberInRemark(text)))),
    poured: rising(poured.map(({ answers }) => numberOf(answers))),
    pouredRemarks: rising(texts.map(({ text }) => numberInRemark(text))),
    rows: await db.$count(waiting, eq(waiting.versionId, version.id)),
    pending: await db.$count(pendingMarks, eq(pendingMarks.consultationId, id)),
    spent: await db.$count(spentMarks, eq(spentMarks.consultationId, id))
  }
}

export const rising = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b)

/** 0, 1, 2 … */
export const firstNumbers = (count: number): number[] => Array.from({ length: count }, (_, number) => number)
