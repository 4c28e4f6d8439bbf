import { isolated } from '#locales'
import { answerText, type ClosedQuestion } from '#surveys'
import { comparableShare, comparedFrom } from '../difference.ts'
import type { Release } from '../release.ts'
import { closedQuestionsOf } from '../release-parts.ts'
import type { ProtectedTable } from '../disclosure/protect.ts'
import { notGiven } from '../table.ts'
import { percentInProse, pointsInProse, quotedAnswer, quotedQuestion } from './prose.ts'
import { sentence, type Said, type Sentence } from './sentence.ts'
import type { Topic } from './topic.ts'

/** An answer in two groups of one breakdown: the printed shares, the larger first. */
type Comparison = {
  readonly split: ClosedQuestion
  readonly code: string
  readonly first: GroupShare
  readonly second: GroupShare
}
type GroupShare = { readonly value: string; readonly percent: number }

/**
 * At most one comparison: the two groups of one breakdown whose printed shares of the leading answer differ most.
 * Nothing about background questions, which tell who answered, nor where either question is sensitive; nothing
 * about those who gave no group; no cause, and nobody but the respondents.
 */
export function comparisonSentences(topic: Topic, release: Release): readonly Sentence[] {
  const { question, leading, splits } = topic
  if (question.profile !== undefined || question.sensitive === true) return []
  const closed = closedQuestionsOf(release)
  const comparisons = splits.flatMap(table => {
    const split = closed.get(table.by[0] ?? '')
    if (split === undefined || split.sensitive === true) return []
    return leading.codes.flatMap(code => comparisonIn(table, split, code))
  })
  const [largest] = comparisons.sort((a, b) => pointsOf(b) - pointsOf(a))
  return largest === undefined || pointsOf(largest) < comparedFrom.points ? [] : [told(largest, topic)]
}

function comparisonIn(table: ProtectedTable, split: ClosedQuestion, code: string): readonly Comparison[] {
  const shares = table.columns
    .flatMap(({ values, base, cells }) => {
      const [value = notGiven] = values
      const cell = cells.find(each => each.code === code)
      const percent = cell === undefined ? null : comparableShare({ cell, base })
      return percent !== null && value !== notGiven ? [{ value, percent }] : []
    })
    .sort((a, b) => b.percent - a.percent)
  const [first, second] = [shares[0], shares.at(-1)]
  return first === undefined || second === undefined ? [] : [{ split, code, first, second }]
}

function pointsOf({ first, second }: Comparison): number {
  return first.percent - second.percent
}

function told(comparison: Comparison, { question, language }: Topic): Sentence {
  const { split, code, first, second } = comparison
  const points = pointsOf(comparison)
  const group = ({ value }: GroupShare) => isolated(answerText(split, value, language))
  const params = {
    count: points,
    answer: quotedAnswer(question, code, language),
    points: pointsInProse(points, language),
    first: group(first),
    firstPercent: percentInProse(first.percent, '', language),
    second: group(second),
    secondPercent: percentInProse(second.percent, '', language)
  }
  const said = { question: question.id, by: [split.id], code, status: '' } as const
  const says: readonly Said[] = [
    { ...said, what: 'difference', values: [first.value, second.value], value: points },
    { ...said, what: 'share', values: [first.value], value: first.percent },
    { ...said, what: 'share', values: [second.value], value: second.percent }
  ]
  return split.profile === undefined
    ? sentence(
        language,
        'narrative:compare.asked',
        { ...params, question: quotedQuestion(split, language) },
        says
      )
    : sentence(language, `narrative:compare.${split.profile}`, params, says)
}
