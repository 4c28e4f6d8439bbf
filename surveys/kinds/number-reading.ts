import type { Answer } from '../answers.ts'
import { problemAt, type Parsed } from '../problem.ts'
import type { NumberShape } from '../shape.ts'

/** One whole number within the question's bounds, typed in Latin, Arabic-Indic, Persian or full-width digits. */
export function readNumber(shape: NumberShape, given: readonly string[]): Parsed<Answer> {
  const typed = [...new Set(given.map(value => latinDigits(value.trim())))]
  const [first] = typed
  if (first === undefined || typed.length > 1 || !/^\d{1,9}$/.test(first)) {
    return problemAt(shape.id, 'answer.notWholeNumber')
  }
  const number = Number(first)
  if (number < shape.minimum || number > shape.maximum) {
    return problemAt(shape.id, 'answer.outOfBounds', { minimum: shape.minimum, maximum: shape.maximum })
  }
  return { ok: true, value: { state: 'answered', number } }
}

/** A text with the digits that keyboards of the six languages can produce as 0–9. */
export function latinDigits(text: string): string {
  // Each of these runs of ten digits begins at a multiple of sixteen.
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, digit => String(digit.charCodeAt(0) & 15))
}
