import {
  cellsOf,
  cellText,
  printedCount,
  printedRow,
  readingNote,
  trendFindings,
  waveParts,
  type Printed,
  type Trend,
  type TrendPoint,
  type Wave
} from '#analytics'
import { formatDate, formatList, formatPercent, isolated, translator, type Language } from '#locales'
import { wordsFor } from '#surveys'
import type { ComparedBlock, ComparedRow, ComparedView } from './compared.ts'
import { markOverTime } from './marks.ts'
import { multiplesOf } from './multiples.ts'

/** A question over the waves of a series, as the page shows it. */
export function trendView(input: {
  readonly id: string
  readonly trend: Trend
  readonly waves: readonly Wave[]
  readonly language: Language
}): ComparedView {
  const { id, trend, waves, language } = input
  const t = translator(language)
  const question = isolated(wordsFor(trend.question.text, language, 'standard'))
  const charts = multiplesOf(trend, waves, language)
  return {
    id,
    heading: question,
    findings: trendFindings(trend, waves, language).map(({ text }) => text),
    notes: trend.points.flatMap(point => noteOf(point, waves, language)),
    multiples: charts.length === 0 ? null : { axis: axisNote(language), charts },
    caption: t('series:caption', { question }),
    rowsAre: t('series:consultation'),
    blocks: blocksOf(trend, waves, language),
    reading: readingNote(trend.question, language, trend.places ?? 1)
  }
}

function axisNote(language: Language): string {
  const [from, to] = [formatPercent(0, language), formatPercent(100, language)]
  return translator(language)('series:chart.axis', { from, to })
}

/** Why a wave is not compared with the one before, or who decided that it can be. */
function noteOf({ wave, link }: TrendPoint, waves: readonly Wave[], language: Language): readonly string[] {
  if (link.kind === 'first' || link.kind === 'same') return []
  const t = translator(language)
  const { number } = waveParts(waves, wave, language)
  const changes = formatList(
    link.changes.map(change => t(`series:change.${change}`)),
    language
  )
  if (link.kind === 'confirmed')
    return [t('series:confirmed', { number, changes, date: formatDate(link.saidOn, language) })]
  return link.saidOn === null
    ? [t('series:break.reworded', { number, changes })]
    : [t('series:break.said', { number, date: formatDate(link.saidOn, language) })]
}

/** The base of every wave first, then the share of every answer. */
function blocksOf(trend: Trend, waves: readonly Wave[], language: Language): readonly ComparedBlock[] {
  const t = translator(language)
  const rowsOf = (shown: (point: TrendPoint) => Pick<ComparedRow, 'printed' | 'bar'>): ComparedRow[] =>
    waves.map((_, wave) => {
      const parts = waveParts(waves, wave, language)
      const point = trend.points.find(each => each.wave === wave)
      return {
        group: String(wave + 1),
        label: t('series:waves.wave', parts),
        broken: point?.link.kind === 'break' ? markOverTime('b', language) : null,
        ...(point === undefined ? { printed: markOverTime('z', language), bar: null } : shown(point))
      }
    })
  const hidden: Printed = printedCount({ n: null, status: 'c' }, language)
  return [
    {
      code: 'base',
      label: t('results:breakdown.base'),
      quiet: true,
      rows: rowsOf(({ column }) => ({
        printed: column === null ? hidden : printedCount(column.base, language),
        bar: null
      }))
    },
    ...cellCodesOf(trend).map(code => ({
      code,
      label: cellText(trend.question, code, language),
      quiet: false,
      rows: rowsOf(({ column }) => {
        const cell = (column === null ? [] : cellsOf(column)).find(each => each.code === code)
        const row = cell && printedRow(cell, language)
        return { printed: row?.percent ?? hidden, bar: row?.bar ?? null }
      })
    }))
  ]
}

/** The codes of the answers and of what is counted beside them, as the last wave has them. */
function cellCodesOf({ points }: Trend): readonly string[] {
  const column = points.findLast(point => point.column !== null)?.column
  return column === null || column === undefined ? [] : cellsOf(column).map(({ code }) => code)
}
