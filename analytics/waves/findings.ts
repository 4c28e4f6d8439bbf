import { formatNumber, translator, type Language } from '#locales'
import { comparedFrom, differenceOf } from '../difference.ts'
import { percentInProse, pointsInProse, quotedAnswer } from '../narrative/prose.ts'
import type { PrintedColumn } from '../table.ts'
import { comparedPairs } from './stretches.ts'
import type { Trend, TrendPoint } from './trends.ts'
import { waveParts, type Wave } from './wave.ts'

/** A sentence about two waves, and the printed shares it says, the earlier one first. */
export type TrendFinding = {
  readonly text: string
  readonly says: readonly { readonly wave: number; readonly code: string; readonly percent: number }[]
}

/** More answers than this are left to the table. */
const mostAnswers = 3

/**
 * What can be said about a question over time: which answers differed, or why nothing is said. Nothing about background
 * questions, which tell who answered, nor about sensitive ones; no cause, and nobody but the respondents.
 */
export function trendFindings(
  trend: Trend,
  waves: readonly Wave[],
  language: Language
): readonly TrendFinding[] {
  const { question } = trend
  if (question.profile !== undefined || question.sensitive === true) return []
  return comparedPairs(trend).flatMap(([first, second]) => pairFindings(first, second, waves, language))
}

function pairFindings(
  first: TrendPoint,
  second: TrendPoint,
  waves: readonly Wave[],
  language: Language
): readonly TrendFinding[] {
  if (first.column === null || second.column === null) return []
  const t = translator(language)
  const params = wavesIn(first, second, waves, language)
  const least = formatNumber(comparedFrom.base, language)
  if (!carries(first.column) || !carries(second.column))
    return [{ text: t('series:tooFew', { ...params, number: least }), says: [] }]
  const differences = differencesIn(first, second)
  if (differences.length === 0) {
    const points = pointsInProse(comparedFrom.points, language)
    return [{ text: t('series:noDifference', { ...params, points }), says: [] }]
  }
  return differences.slice(0, mostAnswers).map(({ code, before, after }) => ({
    text: t('series:difference', {
      ...params,
      answer: quotedAnswer(second.question, code, language),
      points: pointsInProse(Math.abs(after - before), language),
      firstPercent: percentInProse(before, '', language),
      secondPercent: percentInProse(after, '', language)
    }),
    says: [
      { wave: first.wave, code, percent: before },
      { wave: second.wave, code, percent: after }
    ]
  }))
}

function wavesIn(first: TrendPoint, second: TrendPoint, waves: readonly Wave[], language: Language) {
  const [one, other] = [waveParts(waves, first.wave, language), waveParts(waves, second.wave, language)]
  return {
    firstWave: one.number,
    firstDates: one.dates,
    secondWave: other.number,
    secondDates: other.dates
  }
}

function carries({ base }: PrintedColumn): boolean {
  return base.n !== null && base.n >= comparedFrom.base
}

/** The answers whose printed shares are far enough apart, the largest difference first. */
function differencesIn(first: TrendPoint, second: TrendPoint) {
  const [before, after] = [first.column, second.column]
  if (before === null || after === null) return []
  return after.cells
    .flatMap(cell => {
      const earlier = before.cells.find(({ code }) => code === cell.code)
      if (earlier === undefined || earlier.percent === null || cell.percent === null) return []
      const points = differenceOf({ cell: earlier, base: before.base }, { cell, base: after.base })
      return points === null
        ? []
        : [{ code: cell.code, before: earlier.percent, after: cell.percent, points }]
    })
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))
}
