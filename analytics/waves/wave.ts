import { formatDateRange, formatNumber, type Language } from '#locales'
import type { Release } from '../release.ts'

/** A wave of a series: the latest final release of one of its consultations, and its hash. */
export type Wave = { readonly release: Release; readonly hash: string }

/** A person's word on a question of two waves; where there are several on one thing, the last counts. */
export type Comparability = {
  /** Short names of the two consultations, the one that was first first. */
  readonly earlier: string
  readonly later: string
  readonly question: string
  readonly comparable: boolean
  /** The day on which it was said, `YYYY-MM-DD`. */
  readonly saidOn: string
}

/** Waves in the order of time: by their first day, then by their last. */
export function inTime(waves: readonly Wave[]): readonly Wave[] {
  const when = ({ release: { consultation } }: Wave) =>
    `${consultation.opensOn} ${consultation.closesOn} ${consultation.slug}`
  return waves.toSorted((a, b) => (when(a) < when(b) ? -1 : 1))
}

/** What a wave is called beside the others: its number among them, from 1, and its dates. */
export function waveParts(
  waves: readonly Wave[],
  at: number,
  language: Language
): { readonly number: string; readonly dates: string } {
  const wave = waves[at]
  if (wave === undefined) throw new RangeError(`there is no wave ${at}`)
  const { opensOn, closesOn } = wave.release.consultation
  return {
    number: formatNumber(at + 1, language),
    dates: formatDateRange(opensOn, closesOn, language)
  }
}
