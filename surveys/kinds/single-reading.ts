import type { Answer } from '../answers.ts'
import { problemAt, type Parsed } from '../problem.ts'
import type { ChoiceShape } from '../shape.ts'

/** One code of the question's options. */
export function readSingle(shape: ChoiceShape, given: readonly string[]): Parsed<Answer> {
  const chosen = [...new Set(given)]
  const unknown = unknownCode(shape, chosen)
  if (unknown !== undefined) return problemAt(shape.id, 'answer.unknownCode', { code: unknown })
  if (chosen.length > 1) return problemAt(shape.id, 'answer.onlyOne')
  return { ok: true, value: { state: 'answered', codes: chosen } }
}

/** The first of the codes that is no option of the question, cut to a length that can be shown. */
export function unknownCode(shape: ChoiceShape, codes: readonly string[]): string | undefined {
  return codes.find(code => !shape.options.some(option => option.code === code))?.slice(0, 64)
}
