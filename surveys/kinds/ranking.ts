import type { RankingQuestion } from '../questionnaire.ts'
import { chosenCodes, codeAt, codesOf, indexOf } from './options.ts'
import type { Kind } from './kind.ts'

/** What stands in the places that a respondent left empty. */
export const emptyPlace = -3

/** Up to `upTo` options in order: one slot a place, each with an option's index. */
export const ranking: Kind<RankingQuestion> = {
  slots: question => Array.from({ length: question.upTo }, () => question.options.length - 1),
  pack: (question, answer) => {
    const places = chosenCodes(question, answer).map(code => indexOf(question, code))
    if (places.length > question.upTo) throw new RangeError(`${question.id} ranks at most ${question.upTo}`)
    return [...places, ...Array.from({ length: question.upTo - places.length }, () => emptyPlace)]
  },
  unpack: (question, values) => ({
    state: 'answered',
    codes: values.filter(value => value !== emptyPlace).map(value => codeAt(question, value))
  }),
  codes: codesOf,
  check: question =>
    question.upTo > question.options.length
      ? [
          {
            at: question.id,
            code: 'check.moreThanOptions',
            params: { limit: question.upTo, options: question.options.length }
          }
        ]
      : []
}
