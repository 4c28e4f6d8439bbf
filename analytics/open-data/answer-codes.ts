import type { ClosedQuestion } from '#surveys'
import { kindOf } from '#surveys'
import { extrasOf } from '../extras.ts'
import { isLive, type AnyRelease } from '../live/release.ts'

/** The codes under which answers to a question are printed in a release, in their order. */
export function answerCodesOf(release: AnyRelease, question: ClosedQuestion): readonly string[] {
  const answers = kindOf(question).codes(question)
  if (isLive(release)) return answers
  const printed = release.tables.some(
    table => table.question === question.id && table.columns.some(({ extras }) => extras !== undefined)
  )
  return printed ? [...answers, ...extrasOf(question).map(({ code }) => code)] : answers
}
