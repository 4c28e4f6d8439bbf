import type { Answer } from '../answers.ts'
import { problemAt, type Parsed } from '../problem.ts'
import type { TextShape } from '../shape.ts'

/** How long an answer may be where the question does not say: in graphemes, as a person counts characters. */
export const defaultLimits = { short_text: 200, long_text: 1000 } as const

/**
 * Bytes of UTF-8 that a character may take on average: three in Chinese, fewer in the other languages, many in an emoji
 * of a family. Every answer that waits is as long as the longest could be, so this is paid for by all: with one more, an
 * answer with one text of the usual length would no longer share a page of PostgreSQL with another.
 */
const bytesPerGrapheme = 3
/** A short answer may be of nothing but emoji, as far as it costs little. */
const bytesPerEmoji = 32
const shortAnyway = 256

/** A question or its shape. */
type Limited = { readonly id: string; readonly kind: TextShape['kind']; readonly atMost?: number }

export function limitOf(shape: Limited): number {
  return shape.atMost ?? defaultLimits[shape.kind]
}

/** Bytes of the longest answer that is taken, as UTF-8. */
export function largestText(shape: Limited): number {
  const limit = limitOf(shape)
  return Math.max(limit * bytesPerGrapheme, Math.min(limit * bytesPerEmoji, shortAnyway))
}

/** What was written, without characters that cannot be stored or seen. */
export function readText(shape: TextShape, given: readonly string[]): Parsed<Answer> {
  const text = given.map(visible).join('\n').trim()
  if (text === '') return { ok: true, value: { state: 'skipped' } }
  const limit = limitOf(shape)
  // Bytes first: they are counted at no cost, however much was sent.
  const bytes = new TextEncoder().encode(text).length
  const length = bytes > largestText(shape) ? Math.max(text.length, limit + 1) : lengthInGraphemes(text)
  if (length > limit) return problemAt(shape.id, 'answer.tooLong', { limit, length })
  return { ok: true, value: { state: 'answered', text } }
}

/** V8 copies the whole text for every segment it hands out, so the segmenter sees a short stretch at a time. */
const stretch = 128

/** How many characters a person sees. */
export function lengthInGraphemes(text: string): number {
  const segmenter = new Intl.Segmenter()
  let length = 0
  let size = stretch
  for (let from = 0; from < text.length;) {
    const part = wholeCodePoints(text.slice(from, from + size))
    const starts = [...segmenter.segment(part)].map(({ index }) => index)
    const last = starts.at(-1) ?? 0
    if (from + size >= text.length) return length + starts.length
    // The last character of a stretch may go on in the next, which begins with it; one that fills it needs more room.
    if (last === 0) size *= 2
    else {
      length += starts.length - 1
      from += last
      size = stretch
    }
  }
  return length
}

/** Without the first half of a character whose other half was cut off: it would count as a character of its own. */
function wholeCodePoints(part: string): string {
  return /[\uD800-\uDBFF]$/.test(part) && part.length > 1 ? part.slice(0, -1) : part
}

function visible(text: string): string {
  // PostgreSQL refuses NUL, half a surrogate pair cannot be written down as UTF-8, and no control character but
  // line feed and tab can be read by anybody. They go first: what they kept apart may then compose.
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\p{Cs}]/gu, character => (character === '\n' || character === '\t' ? character : ''))
    .normalize('NFC')
}
