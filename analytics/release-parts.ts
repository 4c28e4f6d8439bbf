import { isClosed, questionsOf, type ClosedQuestion } from '#surveys'
import type { ProtectedTable } from './disclosure/protect.ts'
import type { Release } from './release.ts'

/** The questions that have tables, by their ids and in the order of the form. */
export function closedQuestionsOf({ version }: Release): ReadonlyMap<string, ClosedQuestion> {
  const closed = questionsOf(version.questionnaire).filter(isClosed)
  return new Map(closed.map(question => [question.id, question]))
}

/** The number of a question's figure and table, the same on the page and in the document: its place among them. */
export function figureNumberOf(release: Release, question: string): number {
  return [...closedQuestionsOf(release).keys()].indexOf(question) + 1
}

/** The table of a question for all respondents. */
export function wholeTableOf(release: Release, question: string): ProtectedTable | undefined {
  return release.tables.find(table => table.question === question && table.by.length === 0)
}
