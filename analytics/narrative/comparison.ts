import type { Release } from '../release.ts'
import { closedQuestionsOf } from '../release-parts.ts'
import { furthestApart, wordsOfDifference, type Apart } from './furthest-apart.ts'
import { quotedQuestion } from './prose.ts'
import { sentence, type Sentence } from './sentence.ts'
import type { Topic } from './topic.ts'

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
    return leading.codes.flatMap(code => furthestApart(split, table.columns, code))
  })
  const [largest] = comparisons.toSorted((a, b) => b.points - a.points)
  return largest === undefined ? [] : [told(largest, topic)]
}

function told(apart: Apart, { question, language }: Topic): Sentence {
  const { split } = apart
  const { params, says } = wordsOfDifference(question, apart, language)
  return split.profile === undefined
    ? sentence(
        language,
        'narrative:compare.asked',
        { ...params, question: quotedQuestion(split, language) },
        says
      )
    : sentence(language, `narrative:compare.${split.profile}`, params, says)
}
