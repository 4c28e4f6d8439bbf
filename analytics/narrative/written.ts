import { formatNumber, type Language } from '#locales'
import type { TextQuestion } from '#surveys'
import { assertProtectedCount } from '../disclosure/protect.ts'
import type { Release } from '../release.ts'
import { quotedQuestion } from './prose.ts'
import { saidCount } from './said.ts'
import { sentence, type Sentence, type Unsaid } from './sentence.ts'
import { sentenceFrom } from './topic.ts'

/**
 * How many answered an open question in their own words, or why that is not said: their words are no part of a
 * release. @throws RangeError for a count that did not pass the protector
 */
export function writtenSentence(
  release: Release,
  question: TextQuestion,
  language: Language
): { readonly said: Sentence } | { readonly reason: Unsaid['reason'] } {
  const count = release.written.find(each => each.question === question.id)?.count
  if (count === undefined) return { reason: 'absent' }
  assertProtectedCount(count)
  if (release.responses < sentenceFrom) return { reason: 'smallBase' }
  if (count.n === null) return { reason: 'hidden' }
  const params = {
    count: count.n,
    number: formatNumber(count.n, language),
    question: quotedQuestion(question, language)
  }
  return {
    said: sentence(language, 'narrative:written', params, [saidCount(question.id, 'written', count.n)])
  }
}
