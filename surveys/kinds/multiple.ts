import type { MultipleQuestion } from '../questionnaire.ts'
import { codesOf, indexOf } from './options.ts'
import type { Kind } from './kind.ts'

/** How many options one slot holds: the fifteen bits of a smallint that leave its sign to the states. */
export const optionsPerSlot = 15

/** Any of the options, as bits; the first option is bit 0 of the first slot. */
export const multiple: Kind<MultipleQuestion> = {
  slots: question =>
    Array.from({ length: Math.ceil(question.options.length / optionsPerSlot) }, (_, slot) => {
      const bits = Math.min(optionsPerSlot, question.options.length - slot * optionsPerSlot)
      return 2 ** bits - 1
    }),
  pack: (question, answer) => {
    const values = multiple.slots(question).map(() => 0)
    for (const code of 'codes' in answer ? answer.codes : []) {
      const index = indexOf(question, code)
      const slot = Math.floor(index / optionsPerSlot)
      values[slot] = (values[slot] ?? 0) | (1 << (index % optionsPerSlot))
    }
    return values
  },
  unpack: (question, values) => ({
    state: 'answered',
    codes: codesOf(question).filter(
      (_, index) =>
        ((values[Math.floor(index / optionsPerSlot)] ?? 0) & (1 << (index % optionsPerSlot))) !== 0
    )
  }),
  codes: codesOf,
  check: question =>
    question.atMost !== undefined && question.atMost > question.options.length
      ? [
          {
            at: question.id,
            code: 'check.moreThanOptions',
            params: { limit: question.atMost, options: question.options.length }
          }
        ]
      : []
}
