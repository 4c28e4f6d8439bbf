import { formatNumber, translator, type Language } from '#locales'
import { isClosed, questionsOf, withDerived, type Question } from '#surveys'
import type { Release } from '../release.ts'
import { closedQuestionsOf } from '../release-parts.ts'
import { paragraphOf } from './paragraph.ts'
import { quotedQuestion } from './prose.ts'
import type { Narrative, Sentence, Unsaid } from './sentence.ts'
import { sentenceFrom, topicOf } from './topic.ts'
import { writtenSentence } from './written.ts'

/**
 * A release in sentences: a paragraph for each question, or the reason why there is none. Every number in them stands
 * in the release as it is printed there; a difference is that of two such numbers. Words follow from numbers by rule,
 * so the same release gives the same sentences.
 *
 * @throws RangeError for a release that did not pass the protector, or a language the questionnaire lacks
 */
export function narrate(release: Release, language: Language): Narrative {
  const paragraphs = new Map<string, readonly Sentence[]>()
  const unsaid: Unsaid[] = []
  const { questionnaire } = release.version
  const closed = closedQuestionsOf(release)
  for (const question of withDerived(questionnaire, questionsOf(questionnaire))) {
    if (isClosed(question) && !closed.has(question.id)) continue
    const told = tell(release, question, language)
    if ('reason' in told) unsaid.push(unsaidOf(question, told.reason, language))
    else paragraphs.set(question.id, told.sentences)
  }
  return { language, paragraphs, unsaid }
}

function tell(
  release: Release,
  question: Question,
  language: Language
): { readonly sentences: readonly Sentence[] } | { readonly reason: Unsaid['reason'] } {
  if (isClosed(question)) {
    const topic = topicOf(release, question, language)
    return 'reason' in topic ? topic : { sentences: paragraphOf(topic, release) }
  }
  const written = writtenSentence(release, question, language)
  return 'said' in written ? { sentences: [written.said] } : written
}

function unsaidOf(question: Question, reason: Unsaid['reason'], language: Language): Unsaid {
  const params = {
    question: quotedQuestion(question, language),
    number: formatNumber(sentenceFrom, language)
  }
  const text = translator(language)(`narrative:unsaid.${reason}`, { ...params, count: sentenceFrom })
  return { question: question.id, reason, text }
}
