import type { ChoiceQuestion } from '../questionnaire.ts'
import type { Answered } from './kind.ts'

/** The codes of a question's options, in the order of the form. */
export function codesOf(question: ChoiceQuestion): string[] {
  return question.options.map(option => option.code)
}

/** Index of an option by its code. @throws RangeError for a code that is no option: reading lets none through */
export function indexOf(question: ChoiceQuestion, code: string | undefined): number {
  const index = question.options.findIndex(option => option.code === code)
  if (index === -1) throw new RangeError(`${question.id} has no option ${code}`)
  return index
}

/** Code of an option by its index. @throws RangeError for an index out of range: the response is not of this version */
export function codeAt(question: ChoiceQuestion, index: number | undefined): string {
  const option = question.options[index ?? -1]
  if (option === undefined) throw new RangeError(`${question.id} has no option at ${index}`)
  return option.code
}

/** The codes that were chosen. @throws RangeError where there is none: reading makes that "skipped" */
export function chosenCodes(question: ChoiceQuestion, answer: Answered): readonly string[] {
  if (!('codes' in answer) || answer.codes.length === 0) throw new RangeError(`${question.id} takes codes`)
  return answer.codes
}
