import type { Printed } from '#analytics'
import type { MultipleView } from './multiples.ts'

/**
 * One question compared between waves or countries: under each answer a row for each of them, so that it can be read on a
 * narrow screen too and every number has a bar of its own.
 */
export type ComparedView = {
  readonly id: string
  readonly heading: string
  /** What differed among respondents, or why nothing is said. */
  readonly findings: readonly string[]
  /** Breaks, and what a person said of a question that was reworded. */
  readonly notes: readonly string[]
  /** Small charts, one for each answer; null where there are none. */
  readonly multiples: { readonly axis: string; readonly charts: readonly MultipleView[] } | null
  readonly caption: string
  /** What stands in the rows: waves or countries. */
  readonly rowsAre: string
  readonly blocks: readonly ComparedBlock[]
  /** How to read shares that do not add up; null where they do. */
  readonly reading: string | null
}

export type ComparedBlock = {
  /** Code of the answer, or `base`. */
  readonly code: string
  readonly label: string
  readonly quiet: boolean
  readonly rows: readonly ComparedRow[]
}

export type ComparedRow = {
  /** Number of the wave, or code of the country. */
  readonly group: string
  readonly label: string
  /** The mark of a break before this row; null where there is none. */
  readonly broken: Printed | null
  readonly printed: Printed
  /** Length of the bar in per cent of the longest possible; null where there is none. */
  readonly bar: number | null
}
