import { derivedRegion, shapesOf, waysNotToAnswer, type Questionnaire } from '#surveys'
import { canonicalJson } from '../canonical.ts'
import { states, type State } from '../table.ts'
import { isDeclared } from '../tabulate/declared.ts'

/** How a form lets its questions go unanswered. */
export type Ways = {
  /** The ways not to answer that the form has for a question. */
  of(question: string): readonly State[]
  /**
   * What the noise of such a count is keyed by, beside the group: questions that keep out the same people share it.
   *
   * @param answered sum of the record keys of those who answered the question
   */
  keyOf(question: string, state: State, answered: bigint): string
}

export function waysOf(questionnaire: Questionnaire): Ways {
  const shapes = new Map(shapesOf(questionnaire).map(shape => [shape.id, shape]))
  const region = derivedRegion(questionnaire)
  const asked = (question: string): string => (question === region?.question.id ? region.from.id : question)
  return {
    of(question) {
      if (isDeclared(question)) return []
      const shape = shapes.get(asked(question))
      return shape === undefined ? states : waysNotToAnswer(shape)
    },
    keyOf(question, state, answered) {
      // Not shown is one number for all questions behind one condition; drawn anew for each, it could be averaged.
      const condition = shapes.get(asked(question))?.showWhen
      if (state === 'not_shown' && condition !== undefined) return canonicalJson(condition)
      const place = asked(question)
      if (state !== 'skipped' || place !== region?.from.id) return place
      // Who did not tell the country did not tell the region, which is one number; unless countries were taken out, which
      // count as skipped: with one draw for two numbers, their difference would be exact.
      return `${place} ${answered.toString(16)}`
    }
  }
}
