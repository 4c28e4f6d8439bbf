import type { Language } from '#locales'
import type { Release } from '../release.ts'
import { closedQuestionsOf } from '../release-parts.ts'
import { topicOf, type Topic } from './topic.ts'
import { leadingGroups } from './groups.ts'
import { quantifierOf } from './quantifier.ts'
import { percentInProse, placesInProse, quotedAnswer, quotedQuestion } from './prose.ts'
import { saidShares } from './said.ts'
import { sentence, type Sentence } from './sentence.ts'
import type { Standing } from './standings.ts'

/** What a question comes to: its leading answer, or its leading answers where the printed shares are equal. */
export type Lead = {
  readonly question: string
  /** A background question: its sentence tells who answered, and chose nothing. */
  readonly profile: boolean
  /** Codes of the leading answers, in the order of the form. */
  readonly codes: readonly string[]
  /** The printed share of each of them, in whole per cent; "this or more" where `status` is `t`. */
  readonly percent: number
  readonly status: '' | 't'
  /** For a place where the question stands beside it, such as the heading of a figure. */
  readonly headline: Sentence
  /** The same by itself, with the question in it: for a summary, or for people who do not see a figure. */
  readonly finding: Sentence
}

/** The strongest sentence of each question that has one, by the id of the question and in the order of the form. */
export function leadsOf(release: Release, language: Language): ReadonlyMap<string, Lead> {
  const leads = [...closedQuestionsOf(release).values()].flatMap(question => {
    const topic = topicOf(release, question, language)
    return 'reason' in topic ? [] : [[question.id, leadOf(topic)] as const]
  })
  return new Map(leads)
}

/** The strongest sentence of a question. */
export function leadOf(topic: Topic): Lead {
  const { question, leading } = topic
  const { codes, percent, status } = leading
  const shared = { question: question.id, codes, percent, status }
  if (question.profile !== undefined) {
    const { said } = leadingGroups(topic, question.profile)
    return { ...shared, profile: true, headline: said, finding: said }
  }
  return { ...shared, profile: false, ...(codes.length === 1 ? single(topic) : tied(topic)) }
}

type Wordings = Pick<Lead, 'headline' | 'finding'>

function single(topic: Topic): Wordings {
  const { leading, language } = topic
  const quantifier = quantifierOf(leading.percent, leading.status)
  const family = familyOf(topic)
  const params = {
    ...paramsOf(topic),
    answer: quotedAnswer(topic.question, leading.codes[0] ?? '', language)
  }
  return both(topic, leadFrames[family](quantifier), findingFrames[family](quantifier), params, leading)
}

/** Equal shares are said as equal. Of more than three only three can be named here. */
function tied(topic: Topic): Wordings {
  const { leading, language, question } = topic
  const size = leading.codes.length === 2 ? 'two' : leading.codes.length === 3 ? 'three' : 'more'
  const [first = '', second = '', third = ''] = leading.codes.map(code =>
    quotedAnswer(question, code, language)
  )
  const named = { ...leading, codes: leading.codes.slice(0, 3) }
  const ranking = question.kind === 'ranking'
  return both(
    topic,
    ranking ? `narrative:lead.rankingTie.${size}` : `narrative:lead.tie.${size}`,
    ranking ? `narrative:finding.rankingTie.${size}` : `narrative:finding.tie.${size}`,
    { ...paramsOf(topic), first, second, third },
    named
  )
}

function both(
  topic: Topic,
  headline: string,
  finding: string,
  params: Readonly<Record<string, string | number>>,
  named: Standing
): Wordings {
  const { question, language } = topic
  const says = saidShares(question.id, named)
  const asked = quotedQuestion(question, language)
  return {
    headline: sentence(language, headline, params, says),
    finding: sentence(language, finding, { ...params, question: asked }, says)
  }
}

function paramsOf({ question, leading, places, language }: Topic): Readonly<Record<string, string | number>> {
  return {
    count: leading.percent,
    percent: percentInProse(leading.percent, leading.status, language),
    ...(question.kind === 'ranking' && { places: placesInProse(places, language) })
  }
}

/** An answer is chosen among options, a number is given, and a ranking counts what stands in its first places. */
function familyOf({ question }: Topic): 'choice' | 'number' | 'ranking' {
  return question.kind === 'number' || question.kind === 'ranking' ? question.kind : 'choice'
}

const leadFrames = {
  choice: (quantifier: string) => `narrative:lead.choice.${quantifier}`,
  number: (quantifier: string) => `narrative:lead.number.${quantifier}`,
  ranking: (quantifier: string) => `narrative:lead.ranking.${quantifier}`
} as const

const findingFrames = {
  choice: (quantifier: string) => `narrative:finding.answer.${quantifier}`,
  number: (quantifier: string) => `narrative:finding.answer.${quantifier}`,
  ranking: (quantifier: string) => `narrative:finding.ranking.${quantifier}`
} as const
