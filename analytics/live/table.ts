/**
 * Shares in words, for bases too small for a number, from the least to the most. A share that has a word here belongs to
 * ten people or more, so there is none for "few": see `LiveStatus`.
 */
export const liveWords = ['some', 'half', 'most', 'nearlyAll'] as const
export type LiveWord = (typeof liveWords)[number]

/**
 * How to read a cell: '' plain; `t` this or more (95 %, nearly all); `c` few or none: fewer than ten people, or so small
 * a share that it would round to nothing. Zero looks like few.
 */
export type LiveStatus = '' | 't' | 'c'

/** An option with the share of those who answered who chose it: a number, a word, or neither. Never a count. */
export type LiveCell = {
  readonly code: string
  /** Points of a hundred, a multiple of 5 from 5 to 95; null where the table tells words, or `c`. */
  readonly share: number | null
  readonly word: LiveWord | null
  readonly status: LiveStatus
}

/** What a table tells: `nothing` where fewer than ten answered, `words` below a base of 50. */
export const liveTellings = ['shares', 'words', 'nothing'] as const
export type LiveTelling = (typeof liveTellings)[number]

/** One question, for all respondents, as it may be shown while answers still come in. */
export type LiveTable = {
  readonly question: string
  /** Number of the release in which it was last worked out anew; in later ones it is repeated as it was. */
  readonly renewed: number
  readonly told: LiveTelling
  readonly cells: readonly LiveCell[]
}
