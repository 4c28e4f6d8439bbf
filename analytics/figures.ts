import { formatPercent, type Language } from '#locales'
import type { ChartConfiguration } from 'chart.js'
import { assertProtected, type ProtectedTable } from './disclosure/protect.ts'
import { firstChoice } from './extras.ts'
import { printedRow, printedText } from './printed.ts'
import type { PrintedCell, PrintedColumn } from './table.ts'

/**
 * A chart that has no functions in it, so that it can stand in a page as JSON. What is written at the bars and
 * along the axis is printed here, by the formatter of the tables, never by the chart library.
 */
export type Figure = {
  readonly configuration: ChartConfiguration<'bar', (number | null)[], string>
  /** Text at the end of each bar, by dataset and then by answer; the mark of the table where no share may be printed. */
  readonly printed: readonly (readonly string[])[]
  /** Values of the axis, in per cent, and how they are written. */
  readonly ticks: readonly { readonly value: number; readonly text: string }[]
}

/** What a figure says in words. */
export type FigureWords = {
  readonly language: Language
  readonly answer: (code: string) => string
  readonly group: (column: PrintedColumn) => string
  /** What all respondents are called. */
  readonly all: string
  /** What a ranking counts: those who named an answer in one of the first places, and those who put it first. */
  readonly ranked: (table: ProtectedTable) => { readonly named: string; readonly first: string }
}

/** Colours that can be told apart in grey and with a colour deficiency; a legend and labels say the same. */
export const palette = ['#12436D', '#28A197', '#801650', '#F46A25', '#3D3D3D'] as const

const axis = [0, 25, 50, 75, 100]

/** Bars of one colour: what they are called, and their cells by answer. */
type Series = { readonly label: string; readonly cells: readonly PrintedCell[] }

/**
 * Horizontal bars of the printed shares, one set for each group, or for a ranking of all respondents one for those who
 * named an answer and one for those who put it first; the axis is always 0 to 100 per cent.
 */
export function figureOf(table: ProtectedTable, words: FigureWords): Figure {
  assertProtected(table)
  const series = seriesOf(table, words)
  return {
    configuration: {
      type: 'bar',
      data: {
        labels: (table.columns[0]?.cells ?? []).map(cell => words.answer(cell.code)),
        datasets: series.map(({ label, cells }, index) => ({
          label,
          data: cells.map(cell => cell.percent),
          backgroundColor: palette[index % palette.length] ?? palette[0]
        }))
      },
      options: {
        indexAxis: 'y',
        animation: false,
        maintainAspectRatio: false,
        scales: { x: { min: 0, max: 100, ticks: { stepSize: 25 } }, y: { grid: { display: false } } },
        plugins: { legend: { display: series.length > 1 || table.by.length > 0 } }
      }
    },
    printed: series.map(({ cells }) =>
      cells.map(cell => printedText(printedRow(cell, words.language).percent))
    ),
    ticks: axis.map(value => ({ value, text: formatPercent(value, words.language) }))
  }
}

function seriesOf(table: ProtectedTable, words: FigureWords): readonly Series[] {
  if (table.by.length > 0)
    return table.columns.map(column => ({ label: words.group(column), cells: column.cells }))
  const [column] = table.columns
  if (column === undefined) return []
  // Two points of a scale together are no bar beside those of the points: it would be read as one more of them.
  const firsts = column.extras?.filter(({ code }) => code.startsWith(firstChoice(''))) ?? []
  if (firsts.length === 0) return [{ label: words.all, cells: column.cells }]
  const { named, first } = words.ranked(table)
  return [
    { label: named, cells: column.cells },
    { label: first, cells: firsts }
  ]
}
