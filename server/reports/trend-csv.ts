import { stringify } from 'csv-stringify/sync'
import { trendColumns, trendRows, type Comparability, type Wave } from '#analytics'
import type { Language } from '#locales'

/** The waves of a series as CSV in the long form: the rows of their releases, and whether they can be compared. */
export function trendCsv({
  waves,
  words,
  language
}: {
  readonly waves: readonly Wave[]
  readonly words: readonly Comparability[]
  readonly language: Language
}): string {
  return stringify([...trendRows(waves, words, language)], {
    header: true,
    columns: [...trendColumns],
    record_delimiter: 'windows',
    // A text that begins with = + - or @ would be run as a formula by a spreadsheet.
    escape_formulas: true
  })
}
