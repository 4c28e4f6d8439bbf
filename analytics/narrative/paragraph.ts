import { formatNumber } from '#locales'
import type { Release } from '../release.ts'
import { besideSentences } from './beside.ts'
import { comparisonSentences } from './comparison.ts'
import { declinedSentences } from './declined.ts'
import { followingSentences, sameShare } from './following.ts'
import { leadingGroups } from './groups.ts'
import { leadOf } from './lead.ts'
import { quotedQuestion } from './prose.ts'
import { saidCount } from './said.ts'
import { sentence, type Sentence } from './sentence.ts'
import type { Topic } from './topic.ts'

/**
 * A closed question in sentences: how many answered what, the leading answers, the others by share, those who did not
 * know or preferred not to say, and at most one comparison of groups.
 */
export function paragraphOf(topic: Topic, release: Release): readonly Sentence[] {
  return [
    baseSentence(topic),
    ...answers(topic),
    ...besideSentences(topic),
    ...declinedSentences(topic),
    ...comparisonSentences(topic, release)
  ]
}

function baseSentence({ question, base, language }: Topic): Sentence {
  const params = {
    count: base,
    number: formatNumber(base, language),
    question: quotedQuestion(question, language)
  }
  return sentence(language, baseFrames[question.kind], params, [saidCount(question.id, 'base', base)])
}

/** Which frame also says how the question could be answered. */
const baseFrames = {
  single: 'narrative:base.single',
  scale: 'narrative:base.single',
  number: 'narrative:base.single',
  multiple: 'narrative:base.several',
  ranking: 'narrative:base.ranked'
} as const

/** The leading answers, those that tie with them and found no room, and the ones after. */
function answers(topic: Topic): readonly Sentence[] {
  const { leading, following, question } = topic
  const { said, rest } =
    question.profile === undefined
      ? { said: leadOf(topic).headline, rest: following }
      : leadingGroups(topic, question.profile)
  const others = leading.codes.slice(3)
  return [
    said,
    ...sameShare(topic, { ...leading, codes: others }),
    ...followingSentences(topic, rest, said.says.length + others.length)
  ]
}
