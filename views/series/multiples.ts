import {
  printedRow,
  printedText,
  spreadOf,
  stretchesOf,
  waveParts,
  type Trend,
  type TrendPoint,
  type Wave
} from '#analytics'
import { formatList, isolated, translator, type Language } from '#locales'
import { answerText } from '#surveys'

/** A small chart of one answer over time, in units of its `viewBox`. Time runs from left to right in every language. */
export type MultipleView = {
  readonly label: string
  /** The same in words. */
  readonly alternative: string
  readonly viewBox: string
  readonly grid: readonly { readonly y: number; readonly from: number; readonly to: number }[]
  readonly lines: readonly { readonly points: string }[]
  readonly dots: readonly { readonly x: number; readonly y: number }[]
  /** Shares at their dots, marks where there is no share, and the numbers of the waves under the axis. */
  readonly texts: readonly { readonly x: number; readonly y: number; readonly text: string }[]
}

/** Of the drawing; the axis is always 0 to 100 per cent. */
const size = { width: 240, height: 132, side: 30, top: 24, foot: 106, under: 124 } as const
const dotGap = 9
/** More shares than this cannot be written beside each other: then the first and the last are. */
const mostWritten = 6
/** A question with more answers than this is left to its table. */
const mostCharts = 16

/** One small chart for each answer; none where there are too many, or nothing to draw from one wave to another. */
export function multiplesOf(
  trend: Trend,
  waves: readonly Wave[],
  language: Language
): readonly MultipleView[] {
  const codes = codesOf(trend)
  if (trend.points.length < 2 || codes.length > mostCharts) return []
  return codes.map(code => multipleOf(trend, code, waves, language))
}

/** The codes of the answers alone, as the last wave has them. */
function codesOf({ points }: Trend): readonly string[] {
  const column = points.findLast(point => point.column !== null)?.column
  return (column?.cells ?? []).map(({ code }) => code)
}

function multipleOf(trend: Trend, code: string, waves: readonly Wave[], language: Language): MultipleView {
  const t = translator(language)
  const spread = spreadOf(waves)
  const xOf = ({ wave }: TrendPoint) =>
    rounded(size.side + (spread[wave] ?? 0) * (size.width - 2 * size.side))
  const shares = new Map(trend.points.map(point => [point, shareIn(point, code, language)]))
  const percentOf = (point: TrendPoint) => shares.get(point)?.percent ?? null
  const drawn = trend.points.filter(point => percentOf(point) !== null)
  const written = trend.points.length <= mostWritten ? trend.points : [trend.points[0], trend.points.at(-1)]
  const label = answerText(trend.question, code, language)
  return {
    label,
    alternative: t('series:chart.alternative', {
      answer: isolated(label),
      shares: formatList(
        trend.points.map(point =>
          t('series:chart.wave', {
            number: waveParts(waves, point.wave, language).number,
            share: isolated(shares.get(point)?.text ?? '')
          })
        ),
        language
      )
    }),
    viewBox: `0 0 ${size.width} ${size.height}`,
    grid: [0, 50, 100].map(percent => ({ y: yOf(percent), from: 0, to: size.width })),
    lines: stretchesOf(trend)
      .map(stretch => stretch.filter(point => percentOf(point) !== null))
      .filter(stretch => stretch.length > 1)
      .map(stretch => ({
        points: stretch.map(point => `${xOf(point)},${yOf(percentOf(point) ?? 0)}`).join(' ')
      })),
    dots: drawn.map(point => ({ x: xOf(point), y: yOf(percentOf(point) ?? 0) })),
    texts: [
      ...written.flatMap(point =>
        point === undefined
          ? []
          : [{ x: xOf(point), y: yOf(percentOf(point) ?? 0) - dotGap, text: shares.get(point)?.text ?? '' }]
      ),
      ...trend.points.map(point => ({
        x: xOf(point),
        y: size.under,
        text: waveParts(waves, point.wave, language).number
      }))
    ]
  }
}

/** The printed share as text, and as a number where it can be drawn. A mark of a break stands with it. */
function shareIn(point: TrendPoint, code: string, language: Language) {
  const cell = point.column?.cells.find(each => each.code === code)
  const broken = point.link.kind === 'break' ? ' [b]' : ''
  if (cell === undefined) return { text: `[c]${broken}`, percent: null }
  const { percent, bar } = printedRow(cell, language)
  return { text: `${printedText(percent)}${broken}`, percent: bar }
}

function yOf(percent: number): number {
  return rounded(size.foot - (percent / 100) * (size.foot - size.top))
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
