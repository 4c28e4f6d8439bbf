import type { Answer } from '../answers.ts'
import { problemAt, type Parsed } from '../problem.ts'
import type { ChoiceShape } from '../shape.ts'
import { unknownCode } from './single-reading.ts'

/** Up to `upTo` options, most important first; places left empty between two choices close up. */
export function readRanking(shape: ChoiceShape, given: readonly string[]): Parsed<Answer> {
  const unknown = unknownCode(shape, given)
  if (unknown !== undefined) return problemAt(shape.id, 'answer.unknownCode', { code: unknown })
  if (new Set(given).size < given.length) return problemAt(shape.id, 'answer.rankedTwice')
  const upTo = shape.upTo ?? shape.options.length
  if (given.length > upTo) {
    return problemAt(shape.id, 'answer.tooMany', { count: upTo, chosen: given.length })
  }
  return { ok: true, value: { state: 'answered', codes: [...given] } }
}
