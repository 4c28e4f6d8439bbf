import type { Answer } from '../answers.ts'
import { problemAt, type Parsed } from '../problem.ts'
import type { TextShape } from '../shape.ts'

/** How long an answer may be where the question does not say: in graphemes, as a person counts characters. */
export const defaultLimits = { short_text: 200, long_text: 1000 } as const

/** A grapheme may be built of many code points; more than this on average is no writing. */
const bytesPerGrapheme = 16

export function limitOf(shape: TextShape): number {
  return shape.atMost ?? defaultLimits[shape.kind]
}

/** What was written, without characters that cannot be stored or seen. */
export function readText(shape: TextShape, given: readonly string[]): Parsed<Answer> {
  const text = given.map(visible).join('\n').trim()
  if (text === '') return { ok: true, value: { state: 'skipped' } }
  const limit = limitOf(shape)
  const length = lengthInGraphemes(text)
  if (length > limit || new TextEncoder().encode(text).length > limit * bytesPerGrapheme) {
    return problemAt(shape.id, 'answer.tooLong', { limit, length: Math.max(length, limit + 1) })
  }
  return { ok: true, value: { state: 'answered', text } }
}

/** How many characters a person sees. */
export function lengthInGraphemes(text: string): number {
  return [...new Intl.Segmenter().segment(text)].length
}

function visible(text: string): string {
  // PostgreSQL refuses NUL, half a surrogate pair cannot be written down as UTF-8, and no control character but
  // line feed and tab can be read by anybody. They go first: what they kept apart may then compose.
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\p{Cs}]/gu, character => (character === '\n' || character === '\t' ? character : ''))
    .normalize('NFC')
}
