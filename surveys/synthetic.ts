import { isLanguage, type Language } from '#locales'
import { readAnswers, type Answers } from './answers.ts'
import { questionsOf, type Question, type Questionnaire } from './questionnaire.ts'
import { shapesOf } from './shape.ts'

/** Numbers in [0, 1), evenly spread: time and chance are arguments. */
export type Chance = () => number

/** What may come out, and how likely: an option's code, a whole number or a text, with any positive weight. */
type Weights = Readonly<Record<string, number>>

/** A drawing, and how what was drawn before changes it: factors on weights, by question and what came out there. */
export type Likelihood = {
  readonly weights: Weights
  readonly by?: Readonly<Record<string, Readonly<Record<string, Weights>>>>
}

/** How made-up respondents answer a question. */
export type SyntheticQuestion = Likelihood & {
  readonly id: string
  /** Weights of choosing one, two, three … options of a multiple choice or a ranking; one unless given. */
  readonly choices?: readonly number[]
  /** Shares of respondents from 0 to 1, whatever they would have answered. */
  readonly dk?: number
  readonly pns?: number
  readonly skipped?: number
}

/** How the respondents of a made-up consultation answer. */
export type SyntheticShape = {
  readonly languages: Likelihood
  /** In the order in which they are drawn: who somebody is comes before what depends on it, wherever it is asked. */
  readonly questions: readonly SyntheticQuestion[]
}

export type SyntheticResponse = { readonly language: Language; readonly answers: Answers }

/**
 * Made-up answers of as many people, read like everybody's: what is off the route is not shown. The same chance
 * gives the same answers.
 *
 * @throws RangeError when the shape holds what its questionnaire does not take
 */
export function syntheticResponses(
  questionnaire: Questionnaire,
  shape: SyntheticShape,
  count: number,
  chance: Chance
): SyntheticResponse[] {
  const shapes = shapesOf(questionnaire)
  const questions = new Map(questionsOf(questionnaire).map(question => [question.id, question]))
  return Array.from({ length: count }, () => {
    const drawn = new Map<string, readonly string[]>()
    const given = new Map<string, readonly string[]>()
    for (const each of shape.questions) {
      const question = questions.get(each.id)
      if (question === undefined) throw new RangeError(`the questionnaire has no question ${each.id}`)
      drawn.set(each.id, draw(question, each, drawn, chance))
      // What somebody is shows in other answers, also where it is not said.
      given.set(each.id, declined(each, chance) ?? drawn.get(each.id) ?? [])
    }
    const answers = readAnswers(shapes, given)
    if (!answers.ok)
      throw new RangeError(`made-up answers cannot be read: ${JSON.stringify(answers.problems)}`)
    return { language: languageOf(shape.languages, drawn, chance), answers: answers.value }
  })
}

function draw(
  question: Question,
  { choices = [1], ...likelihood }: SyntheticQuestion,
  drawn: ReadonlyMap<string, readonly string[]>,
  chance: Chance
): string[] {
  const weights = weighted(likelihood, drawn)
  const wanted = 1 + Number(pick(new Map(choices.map((weight, index) => [String(index), weight])), chance))
  const exclusive = exclusiveCodes(question)
  const chosen: string[] = []
  do {
    const next = pick(weights, chance)
    chosen.push(next)
    if (exclusive.includes(next)) break
    for (const code of [next, ...exclusive]) weights.delete(code)
  } while (chosen.length < wanted && weights.size > 0)
  return chosen
}

function exclusiveCodes(question: Question): string[] {
  if (!('options' in question)) return []
  return question.options.filter(option => option.exclusive === true).map(option => option.code)
}

function declined({ dk = 0, pns = 0, skipped = 0 }: SyntheticQuestion, chance: Chance): string[] | undefined {
  const luck = chance()
  if (luck < dk) return ['dk']
  if (luck < dk + pns) return ['pns']
  return luck < dk + pns + skipped ? [] : undefined
}

function languageOf(
  languages: Likelihood,
  drawn: ReadonlyMap<string, readonly string[]>,
  chance: Chance
): Language {
  const language = pick(weighted(languages, drawn), chance)
  if (!isLanguage(language)) throw new RangeError(`${language} is no language of ours`)
  return language
}

function weighted(
  { weights, by = {} }: Likelihood,
  drawn: ReadonlyMap<string, readonly string[]>
): Map<string, number> {
  const factors = Object.entries(by).flatMap(([question, codes]) =>
    (drawn.get(question) ?? []).map(code => codes[code] ?? {})
  )
  const entries = Object.entries(weights).map(([code, weight]): [string, number] => [
    code,
    factors.reduce((product, factor) => product * (factor[code] ?? 1), weight)
  ])
  return new Map(entries.filter(([, weight]) => weight > 0))
}

function pick(weights: ReadonlyMap<string, number>, chance: Chance): string {
  let rest = chance() * [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  for (const [code, weight] of weights) {
    if (rest < weight) return code
    rest -= weight
  }
  // Sums of fractions may fall short by the last bit.
  const [last] = [...weights.keys()].slice(-1)
  if (last === undefined) throw new RangeError('there is nothing to draw from')
  return last
}
