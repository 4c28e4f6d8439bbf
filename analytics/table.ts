/** A value of a breakdown question that is no answer: did not know, preferred not to say, skipped, not shown. */
export const notGiven = 'not_given'

/** The four ways not to have answered, in the order in which they are printed. */
export const states = ['dk', 'pns', 'skipped', 'not_shown'] as const
export type State = (typeof states)[number]

/**
 * Respondents who share values of the breakdown questions of a table, and what they answered to its question.
 * True counts: they leave this folder only through `protect`.
 */
export type Column = {
  /** One value for each question in `by`: an option's code or `not_given`; empty for all respondents. */
  readonly values: readonly string[]
  /** Responses in the group, whatever they answered. */
  readonly size: number
  /** Sum of the record keys of all responses in the group, modulo 2^64. */
  readonly key: bigint
  readonly answered: number
  /** Sum of the record keys of those in the group who answered the question, modulo 2^64. */
  readonly answeredKey: bigint
  /** How many chose each of the table's `codes`, in that order; for multiple choices a person counts in several. */
  readonly chosen: readonly number[]
  /** How many are counted by each of the table's `extras`, in that order. */
  readonly extra: readonly number[]
  readonly states: Readonly<Record<State, number>>
}

/**
 * A count beside those of the single answers, with a cell and a noise of its own: two printed shares added up are not
 * the share of both. `top2`: who chose one of the two highest points of a scale. `first:` and an option's code: who put
 * it first in a ranking. No option can carry such a code.
 */
export type Extra = {
  readonly code: string
  readonly kind: 'top2' | 'first'
  /** Codes of the answers that it counts. */
  readonly of: readonly string[]
}

/** One question, for all respondents or by one or two breakdown questions. */
export type Table = {
  readonly question: string
  readonly by: readonly string[]
  readonly codes: readonly string[]
  readonly extras: readonly Extra[]
  /** Of a ranking: how many of its first places `chosen` counts. */
  readonly places?: number
  readonly columns: readonly Column[]
}

/**
 * Why a number is not there, or how to read it:
 * `c` below the threshold, `t` top-coded, `low` base of 50 to 99, `x` base too small for a percentage, '' plain.
 */
export type Status = '' | 'c' | 't' | 'low' | 'x'

/**
 * A number that may be printed. `n` is null where it is hidden or top-coded; `percent` is a whole number
 * of those who answered, "this or more" where top-coded, and null where there is none to print.
 */
export type PrintedCell = {
  readonly code: string
  readonly n: number | null
  readonly percent: number | null
  readonly status: Status
}

export type PrintedCount = { readonly n: number | null; readonly status: '' | 'c' }

/** What is printed of a group: its size, its base, its answers, and those who did not answer, by state. */
export type PrintedColumn = {
  readonly values: readonly string[]
  readonly size: PrintedCount
  readonly base: PrintedCount
  readonly cells: readonly PrintedCell[]
  /** Cells of `Extra`, in the same order in every column; not there where the question has none. */
  readonly extras?: readonly PrintedCell[]
  readonly states: readonly { readonly state: State; readonly n: number | null; readonly status: '' | 'c' }[]
}

export type PrintedTable = {
  readonly question: string
  readonly by: readonly string[]
  /** Of a ranking: its answers are counted in so many first places; not there in releases made before that was kept. */
  readonly places?: number
  readonly columns: readonly PrintedColumn[]
}
