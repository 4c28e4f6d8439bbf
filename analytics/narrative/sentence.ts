import { translator, type Language } from '#locales'
import type { Status } from '../table.ts'

/** A printed number that a sentence says, and where in the release it stands. */
export type Said = {
  /** Id of the question; null for a number about the whole release. */
  readonly question: string | null
  /**
   * Breakdown questions and the group; both empty for all respondents. A difference has one breakdown question and
   * the two groups, the one with the larger share first.
   */
  readonly by: readonly string[]
  readonly values: readonly string[]
  /** `share` in per cent of those who answered; `difference` in points between two shares of the same sentence; the others are counts. */
  readonly what: 'share' | 'state' | 'base' | 'written' | 'responses' | 'difference'
  /** Code of the answer, or the state; null for a base and the like. */
  readonly code: string | null
  readonly value: number
  readonly status: Status
}

/** One generated sentence. `key` is the frame of `locales/` it was written with. */
export type Sentence = { readonly key: string; readonly text: string; readonly says: readonly Said[] }

/** Something a release holds and no sentence says, with the reason in words. */
export type Unsaid = {
  readonly question: string
  readonly reason: 'smallBase' | 'hidden' | 'absent'
  readonly text: string
}

/** Sentences of a release in one language. */
export type Narrative = {
  readonly language: Language
  /** By the id of the question; a question without sentences is not in it. */
  readonly paragraphs: ReadonlyMap<string, readonly Sentence[]>
  readonly unsaid: readonly Unsaid[]
}

/** A frame filled in. @throws RangeError when the language has no such frame, or the frame wants something else */
export function sentence(
  language: Language,
  key: string,
  params: Readonly<Record<string, string | number>>,
  says: readonly Said[]
): Sentence {
  return { key, text: translator(language)(key, params), says }
}
