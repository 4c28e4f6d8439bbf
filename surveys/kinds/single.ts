import type { ScaleQuestion, SingleQuestion } from '../questionnaire.ts'
import { chosenCodes, codeAt, codesOf, indexOf } from './options.ts'
import type { Kind } from './kind.ts'

/** One of the options; a scale is one of its points. One slot holds the option's index. */
export const single: Kind<SingleQuestion | ScaleQuestion> = {
  slots: question => [question.options.length - 1],
  pack: (question, answer) => [indexOf(question, chosenCodes(question, answer)[0])],
  unpack: (question, values) => ({ state: 'answered', codes: [codeAt(question, values[0])] }),
  codes: codesOf,
  check: () => []
}
