import { formatNumber, formatPercent, translator, type Language } from '#locales'
import type { PrintedCell, PrintedCount } from './table.ts'

/** A number as it stands in a cell, or the mark that stands in its place, with what the mark means. */
export type Printed = { readonly text: string; readonly mark: string | null; readonly meaning: string | null }

/** One row of a table: count, share, and the length of its bar in per cent of the longest possible. */
export type PrintedRow = {
  readonly n: Printed
  readonly percent: Printed | null
  readonly bar: number | null
}

/** A number with its mark, where no more than text can stand; nothing where there is no number. */
export function printedText(printed: Printed | null): string {
  return [printed?.text, printed?.mark].filter(Boolean).join(' ')
}

/** A count that may be hidden. */
export function printedCount(count: PrintedCount, language: Language): Printed {
  return count.n === null ? marked('c', language) : plain(formatNumber(count.n, language))
}

/** Count and share of a cell. */
export function printedRow(cell: PrintedCell, language: Language): PrintedRow {
  const { n, percent, status } = cell
  if (status === 'c') return { n: marked('c', language), percent: marked('c', language), bar: null }
  return {
    n: n === null ? marked('t', language) : plain(formatNumber(n, language)),
    percent: percent === null ? marked('x', language) : share(percent, status, language),
    bar: percent
  }
}

function share(percent: number, status: PrintedCell['status'], language: Language): Printed {
  const text = formatPercent(percent, language)
  if (status === 't') return plain(translator(language)('results:orMore', { percent: text }))
  return status === 'low' ? { ...marked('low', language), text } : plain(text)
}

/** The marks, in the order in which they are explained. */
export const marks = ['c', 't', 'low', 'x'] as const
export type Mark = (typeof marks)[number]

function marked(mark: Mark, language: Language): Printed {
  return { text: '', mark: `[${mark}]`, meaning: translator(language)(`results:mark.${mark}`) }
}

function plain(text: string): Printed {
  return { text, mark: null, meaning: null }
}
