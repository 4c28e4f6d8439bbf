import type { ScaleQuestion, SingleQuestion } from '../questionnaire.ts'
import { codeAt, codesOf, indexOf } from './options.ts'
import type { Kind } from './kind.ts'

/** One of the options; a scale is one of its points. One slot holds the option's index. */
export const single: Kind<SingleQuestion | ScaleQuestion> = {
  slots: question => [question.options.length - 1],
  pack: (question, answer) => [indexOf(question, 'codes' in answer ? answer.codes[0] : undefined)],
  unpack: (question, values) => ({ state: 'answered', codes: [codeAt(question, values[0])] }),
  codes: codesOf,
  check: () => []
}
