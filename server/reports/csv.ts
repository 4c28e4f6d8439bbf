import { stringify } from 'csv-stringify/sync'
import { dataColumns, dataRows, type AnyRelease } from '#analytics'
import type { Language } from '#locales'

/**
 * A release as CSV in the long form, one printed number a row; UTF-8, lines ended by CRLF (RFC 4180).
 *
 * @param bom whether it begins with a byte order mark, without which some spreadsheets misread it
 */
export function csvOf(release: AnyRelease, language: Language, { bom = false } = {}): string {
  return stringify([...dataRows(release, language)], {
    header: true,
    columns: [...dataColumns(release)],
    record_delimiter: 'windows',
    // A text that begins with = + - or @ would be run as a formula by a spreadsheet.
    escape_formulas: true,
    bom
  })
}
