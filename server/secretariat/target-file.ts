import { CsvError, parse } from 'csv-parse/sync'
import { problemAt, type Parsed } from '#surveys'
import { separatorOf } from './answers-header.ts'

/** One line of the secretariat's table of a target, as it stands there, and its number in the file. */
export type TargetLine = Readonly<Record<TargetColumn, string>> & { readonly line: number }

export const targetColumns = ['dimension', 'value', 'number', 'source', 'date'] as const
export type TargetColumn = (typeof targetColumns)[number]

const at = '--target'

/**
 * Reads the table with which respondents are to be compared: one value of a dimension a line, in the columns dimension,
 * value, number, source and date; others are not read. UTF-8; commas, semicolons or tabs. What the lines say is
 * checked by `checkTarget`.
 */
export function readTargetFile(bytes: Uint8Array): Parsed<readonly TargetLine[]> {
  const text = textOf(bytes)
  if (text === undefined) return problemAt(at, 'target.notText')
  const rows = rowsOf(text)
  if (!rows.ok) return rows
  const [head, ...lines] = rows.value
  const names = (head?.record ?? []).map(name => name.trim().toLowerCase())
  const missing = targetColumns.filter(column => !names.includes(column))
  if (missing.length > 0) return problemAt(at, 'target.columns', { missing: missing.join(', ') })
  if (lines.length === 0) return problemAt(at, 'target.empty')
  const field = (record: readonly string[], column: TargetColumn) =>
    (record[names.indexOf(column)] ?? '').trim()
  return {
    ok: true,
    value: lines.map(({ record, line }) => ({
      line,
      dimension: field(record, 'dimension'),
      value: field(record, 'value'),
      number: field(record, 'number'),
      source: field(record, 'source'),
      date: field(record, 'date')
    }))
  }
}

type Row = { readonly record: readonly string[]; readonly line: number }

function rowsOf(text: string): Parsed<readonly Row[]> {
  const rows: Row[] = []
  try {
    parse(text, {
      delimiter: separatorOf(text.split(/[\r\n]/, 1)[0] ?? ''),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_records_with_empty_values: true,
      skip_empty_lines: true,
      on_record: (record: string[], { lines }) => {
        rows.push({ record, line: lines })
        return null
      }
    })
    return { ok: true, value: rows }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return problemAt(at, 'target.notCsv', { line: (rows.at(-1)?.line ?? 0) + 1 })
  }
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}
