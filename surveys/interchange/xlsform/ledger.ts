import type { Problem } from '../../problem.ts'

/** What an import could not take over, or took over in another form; also plain notices. */
export type Loss = Problem

type Params = NonNullable<Problem['params']>
type Entry = { sheet: string; code: string; params: Params; rows: number[] }

/** Findings of one sort. Equal ones are one entry that names all its rows. */
export type Book = Map<string, Entry>

/** Everything an import has to say. A form with refusals is not imported. */
export type Ledger = { readonly losses: Book; readonly refusals: Book }

export function newLedger(): Ledger {
  return { losses: new Map(), refusals: new Map() }
}

/** @param row spreadsheet row; null when it is about the sheet as a whole */
export function record(
  book: Book,
  sheet: string,
  row: number | null,
  code: string,
  params: Params = {}
): void {
  const key = JSON.stringify([sheet, code, params, row === null])
  const entry = book.get(key) ?? { sheet, code, params, rows: [] }
  if (row !== null && entry.rows.at(-1) !== row) entry.rows.push(row)
  book.set(key, entry)
}

/** Entries in the order of the sheet they were found in, each with its rows as text: "3, 5–7". */
export function entriesOf(book: Book): Loss[] {
  return [...book.values()]
    .sort((a, b) => (a.sheet === b.sheet ? (a.rows[0] ?? 0) - (b.rows[0] ?? 0) : 0))
    .map(({ sheet, code, params, rows }) => {
      if (rows.length === 0) return { at: sheet, code, params }
      const list = rowList(rows)
      return {
        at: `${sheet}, ${rows.length === 1 ? 'row' : 'rows'} ${list}`,
        code,
        params: { ...params, rows: list }
      }
    })
}

/** Row numbers in order, runs drawn together: 3, 5, 6, 7 is "3, 5–7". */
export function rowList(rows: readonly number[]): string {
  const sorted = [...new Set(rows)].sort((a, b) => a - b)
  const runs: [number, number][] = []
  for (const row of sorted) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === row - 1) last[1] = row
    else runs.push([row, row])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}

/** A piece of the form for a sentence: one line, at most 200 characters. */
export function excerpt(text: string): string {
  const line = text.slice(0, 400).replace(/\s+/g, ' ')
  return line.length > 200 ? `${line.slice(0, 199)}…` : line
}
