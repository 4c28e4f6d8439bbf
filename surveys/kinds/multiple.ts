import type { MultipleQuestion } from '../questionnaire.ts'
import { chosenCodes, codesOf, indexOf } from './options.ts'
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
    for (const code of chosenCodes(question, answer)) {
      const index = indexOf(question, code)
      const slot = Math.floor(index / optionsPerSlot)
      values[slot] = (values[slot] ?? 0) | (1 << (index % optionsPerSlot))
    }
    return values
  },
  unpack: (question, values) => {
    // A state stands in the first slot alone; read as bits it would tick options.
    if (values.some(value => value < 0))
      throw new RangeError(`${question.id} has no options ${values.join(' ')}`)
    const isTicked = (index: number): boolean =>
      ((values[Math.floor(index / optionsPerSlot)] ?? 0) & (1 << (index % optionsPerSlot))) !== 0
    return { state: 'answered', codes: codesOf(question).filter((_, index) => isTicked(index)) }
  },
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
