import type { Answer } from '../answers.ts'
import { problemAt, type Parsed } from '../problem.ts'
import type { ChoiceShape } from '../shape.ts'
import { unknownCode } from './single-reading.ts'

/** Any of the options, in the order of the form; an exclusive option stands alone; at most `atMost`. */
export function readMultiple(shape: ChoiceShape, given: readonly string[]): Parsed<Answer> {
  const ticked = new Set(given)
  const unknown = unknownCode(shape, [...ticked])
  if (unknown !== undefined) return problemAt(shape.id, 'answer.unknownCode', { code: unknown })
  const chosen = shape.options.filter(option => ticked.has(option.code))
  if (chosen.length > 1 && chosen.some(option => option.exclusive)) {
    return problemAt(shape.id, 'answer.exclusiveAndMore')
  }
  if (shape.atMost !== undefined && chosen.length > shape.atMost) {
    return problemAt(shape.id, 'answer.tooMany', { count: shape.atMost, chosen: chosen.length })
  }
  return { ok: true, value: { state: 'answered', codes: chosen.map(option => option.code) } }
}
