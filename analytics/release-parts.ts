import { derivedRegion, tabledQuestions, type ClosedQuestion } from '#surveys'
import type { ProtectedTable } from './disclosure/protect.ts'
import type { Release } from './release.ts'

/**
 * The questions that have tables, by their ids and in the order of the form. A region that follows from the country is
 * among them where the release has it or left it out: those made before it was kept have neither.
 */
export function closedQuestionsOf(release: Release): ReadonlyMap<string, ClosedQuestion> {
  const questions = tabledQuestions(release.version.questionnaire).filter(
    ({ id }) =>
      !isDerived(release, id) ||
      wholeTableOf(release, id) !== undefined ||
      release.leftOut?.some(({ question }) => question === id)
  )
  return new Map(questions.map(question => [question.id, question]))
}

/** The number of a question's figure and table, the same on the page and in the document: its place among them. */
export function figureNumberOf(release: Release, question: string): number {
  return [...closedQuestionsOf(release).keys()].indexOf(question) + 1
}

/** The table of a question for all respondents. */
export function wholeTableOf(release: Release, question: string): ProtectedTable | undefined {
  return release.tables.find(table => table.question === question && table.by.length === 0)
}

/** Whether nobody was asked the question, because its answer follows from another. */
export function isDerived({ version }: Release, question: string): boolean {
  return derivedRegion(version.questionnaire)?.question.id === question
}
