import type { Answer } from '../answers.ts'
import type { Problem } from '../problem.ts'
import type { ClosedQuestion } from '../questionnaire.ts'

export type Answered = Extract<Answer, { state: 'answered' }>

/**
 * What a kind of closed question supplies beside its reading. Methods are written as methods on purpose: the
 * register keys each kind by its own name, so a kind is only ever handed its own questions.
 */
export type Kind<Q extends ClosedQuestion = ClosedQuestion> = {
  /** Largest value of each slot of a response. */
  slots(question: Q): readonly number[]
  /** @throws RangeError for an answer that reading cannot have made */
  pack(question: Q, answer: Answered): readonly number[]
  unpack(question: Q, values: readonly number[]): Answered
  /** The codes that a table of this question counts, in order. */
  codes(question: Q): readonly string[]
  /** Problems of this kind of question; what all kinds share is in check.ts. */
  check(question: Q): readonly Problem[]
}
