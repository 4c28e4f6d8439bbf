import type { NumberQuestion } from '../questionnaire.ts'
import type { Kind } from './kind.ts'

/** A run of values that is counted together in tables; both ends are inclusive. */
export type Band = { readonly code: string; readonly from: number; readonly to: number }

/** Up to this many different values are counted one by one. */
const countedSingly = 12
/** More are counted in about this many bands of equal width. */
const bandsWanted = 6

/** A whole number between two bounds; one slot holds it as it is. */
export const number: Kind<NumberQuestion> = {
  slots: question => [question.maximum],
  pack: (question, answer) => {
    if (!('number' in answer)) throw new RangeError(`${question.id} takes a number`)
    return [within(question, answer.number)]
  },
  unpack: (question, values) => ({ state: 'answered', number: within(question, values[0]) }),
  codes: question => bandsOf(question).map(band => band.code),
  check: question =>
    question.minimum > question.maximum
      ? [
          {
            at: question.id,
            code: 'check.boundsCrossed',
            params: { minimum: question.minimum, maximum: question.maximum }
          }
        ]
      : []
}

/**
 * The bands in which a number question is tabulated. They follow from its bounds alone and never from the
 * answers, so that the cut points themselves say nothing about anybody.
 */
export function bandsOf(question: NumberQuestion): readonly Band[] {
  const values = question.maximum - question.minimum + 1
  const width = values <= countedSingly ? 1 : roundWidth(values / bandsWanted)
  const bands: Band[] = []
  // Bands begin at multiples of their width, as readers expect 10–19 rather than 8–17.
  for (let from = question.minimum; from <= question.maximum;) {
    const to = Math.min(question.maximum, Math.floor(from / width) * width + width - 1)
    bands.push({ code: from === to ? String(from) : `${from}-${to}`, from, to })
    from = to + 1
  }
  return bands
}

function within(question: NumberQuestion, value: number | undefined): number {
  const { id, minimum, maximum } = question
  if (value === undefined || !Number.isInteger(value) || value < minimum || value > maximum) {
    throw new RangeError(`${id} has no value ${value}`)
  }
  return value
}

/** The next width of the form 1, 2, 5 times a power of ten. */
function roundWidth(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width))
  const step = [1, 2, 5, 10].find(factor => factor * power >= width) ?? 10
  return step * power
}
