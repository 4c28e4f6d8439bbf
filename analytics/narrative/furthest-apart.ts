import { isolated, type Language } from '#locales'
import { answerText, type ClosedQuestion } from '#surveys'
import { comparableShare, comparedFrom } from '../difference.ts'
import { notGiven, type PrintedColumn } from '../table.ts'
import { percentInProse, pointsInProse, quotedAnswer } from './prose.ts'
import type { Said } from './sentence.ts'

/** An answer in two groups of one breakdown: the largest and the smallest of the printed shares that may be compared. */
export type Apart = {
  readonly split: ClosedQuestion
  readonly code: string
  readonly most: GroupShare
  readonly least: GroupShare
  /** Whole percentage points between them, at least 10. */
  readonly points: number
}
type GroupShare = { readonly value: string; readonly percent: number }

/**
 * The two groups of a breakdown in which an answer was given by the largest and by the smallest share; nothing where they
 * are not far enough apart, or fewer than two can be compared. Who gave no group is in none of them.
 */
export function furthestApart(
  split: ClosedQuestion,
  columns: readonly PrintedColumn[],
  code: string
): readonly Apart[] {
  const shares = columns
    .flatMap(({ values: [value = notGiven], base, cells }): GroupShare[] => {
      const cell = cells.find(each => each.code === code)
      const percent = cell === undefined ? null : comparableShare({ cell, base })
      return percent !== null && value !== notGiven ? [{ value, percent }] : []
    })
    .toSorted((a, b) => b.percent - a.percent)
  const [most, least] = [shares[0], shares.at(-1)]
  if (most === undefined || least === undefined) return []
  const points = most.percent - least.percent
  return points < comparedFrom.points ? [] : [{ split, code, most, least, points }]
}

/** What a sentence about such a difference puts into its words, and what it says. */
export function wordsOfDifference(question: ClosedQuestion, apart: Apart, language: Language) {
  const { split, code, most, least, points } = apart
  const group = ({ value }: GroupShare) => isolated(answerText(split, value, language))
  const params = {
    count: points,
    answer: quotedAnswer(question, code, language),
    points: pointsInProse(points, language),
    first: group(most),
    firstPercent: percentInProse(most.percent, '', language),
    second: group(least),
    secondPercent: percentInProse(least.percent, '', language)
  }
  const said = { question: question.id, by: [split.id], code, status: '' } as const
  const says: readonly Said[] = [
    { ...said, what: 'difference', values: [most.value, least.value], value: points },
    { ...said, what: 'share', values: [most.value], value: most.percent },
    { ...said, what: 'share', values: [least.value], value: least.percent }
  ]
  return { params, says }
}
