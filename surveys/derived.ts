import { languages, translator } from '#locales'
import type { Answer, Answers } from './answers.ts'
import { profileCodes, profileQuestion } from './profile.ts'
import {
  isClosed,
  questionsOf,
  type ClosedQuestion,
  type Question,
  type Questionnaire,
  type SingleQuestion,
  type Wording
} from './questionnaire.ts'
import { regionOf } from './regions.ts'

/** A question that nobody is asked: its answer follows from that to another. */
export type Derived = { readonly question: SingleQuestion; readonly from: ClosedQuestion }

/**
 * The region that follows from the country, where a questionnaire asks for the country and for no region. It is kept
 * with each response, since a country named by fewer than a hundred is taken out at the pour, and then only this tells
 * where its people live.
 */
export function derivedRegion(questionnaire: Questionnaire): Derived | undefined {
  const known = regions.get(questionnaire)
  if (known !== undefined) return known.region
  const questions = questionsOf(questionnaire)
  const country = profileQuestion(questions, 'country')
  const isAsked = profileQuestion(questions, 'region') !== undefined
  const region =
    country?.kind !== 'single' || isAsked
      ? undefined
      : { question: regionQuestion(idBeside(questionnaire, country)), from: country }
  regions.set(questionnaire, { region })
  return region
}

/** One object for one questionnaire, so that the question is the same wherever it is asked for. */
const regions = new WeakMap<Questionnaire, { readonly region: Derived | undefined }>()

/** Every question that has tables: the closed ones in the order of the form, each followed by what derives from it. */
export function tabledQuestions(questionnaire: Questionnaire): readonly ClosedQuestion[] {
  return withDerived(questionnaire, questionsOf(questionnaire)).filter(isClosed)
}

/** Questions of a questionnaire, each followed by what derives from it. */
export function withDerived(
  questionnaire: Questionnaire,
  questions: readonly Question[]
): readonly Question[] {
  const derived = derivedRegion(questionnaire)
  return questions.flatMap(question => [
    question,
    ...(derived !== undefined && derived.from.id === question.id ? [derived.question] : [])
  ])
}

/** The answer that follows from that to the other question; a state stays what it is. */
export function derivedAnswer({ from }: Derived, answers: Answers): Answer {
  const answer = answers.get(from.id) ?? { state: 'skipped' }
  if (!('codes' in answer)) return 'number' in answer || 'text' in answer ? { state: 'skipped' } : answer
  const region = regionOf(answer.codes[0] ?? '')
  return region === undefined ? { state: 'skipped' } : { state: 'answered', codes: [region] }
}

function regionQuestion(id: string): SingleQuestion {
  return {
    kind: 'single',
    id,
    profile: 'region',
    text: wordingOf('results:region.question'),
    options: profileCodes.region.map(code => ({ code, text: wordingOf(`results:region.${code}`) }))
  }
}

/** `region`, unless something in the questionnaire is called so. */
function idBeside({ sections }: Questionnaire, country: Question): string {
  const taken = new Set(sections.flatMap(({ id, items }) => [id, ...items.map(item => item.id)]))
  return taken.has('region') ? `${country.id}.region` : 'region'
}

function wordingOf(key: string): Wording {
  return { standard: Object.fromEntries(languages.map(language => [language, translator(language)(key)])) }
}
