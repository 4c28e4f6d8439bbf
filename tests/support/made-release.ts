import {
  declaredTables,
  defaultPolicy,
  isDeclared,
  plannedTables,
  protect,
  protectCount,
  tabulate,
  totalKey,
  type Prf,
  type Release,
  type Target
} from '#analytics'
import { languages, type Language } from '#locales'
import { codebookOf, isClosed, pack, questionsOf, type Answers, type Questionnaire } from '#surveys'
import { codedResponses } from './coded-responses.ts'

/** In the middle of its row every noise is 0, so that what is printed is what was counted. */
export const withoutNoise: Prf = () => 0.5

/** Noise that differs from cell to cell and is the same at every call. */
export const withNoise: Prf = message => {
  let hash = 2_166_136_261
  for (const letter of message.join(' ')) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619)
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32
}

export type ToMake = {
  readonly questionnaire: Questionnaire
  readonly breakdowns?: readonly string[]
  /** One respondent's answers to the closed questions; a question that is not there was skipped. */
  readonly answers: readonly Answers[]
  readonly prf?: Prf
  /** How many wrote something, by open question; the others have no count. */
  readonly written?: ReadonlyMap<string, number>
  /** The language of each respondent; English unless told. */
  readonly spoken?: readonly Language[]
  /** The languages of the consultation; all six unless told. */
  readonly offered?: readonly Language[]
  readonly target?: Target
}

/** A release as the house makes it: answers packed, tabulated and protected. */
export function madeRelease(input: ToMake): Release {
  const { questionnaire, breakdowns = [], prf = withoutNoise, written, offered = languages, target } = input
  const codebook = codebookOf(questionnaire)
  const packed = input.answers.map((answers, index) => ({
    answers: pack(codebook, input.spoken?.[index] ?? 'en', answers),
    key: BigInt(index + 1) * 0x9e3779b97f4a7c15n
  }))
  const responses = codedResponses(codebook, packed)
  const plan = plannedTables(questionnaire, breakdowns)
  const { tables, population } = tabulate({ codebook, responses, breakdowns, plan })
  const policy = defaultPolicy
  const printed = protect({
    tables: [...tables, ...declaredTables(codebook, responses, offered)],
    population,
    earlier: [],
    questionnaire,
    policy,
    prf
  })
  const common = { responses: packed.length, key: totalKey(responses), policy, prf }
  return {
    schema: 'earshot.release/1',
    number: 1,
    releasedOn: '2026-03-30',
    previous: null,
    consultation: {
      slug: 'made-up',
      demonstration: true,
      opensOn: '2026-03-01',
      closesOn: '2026-03-29',
      timeZone: 'Europe/Zurich',
      languages: offered,
      meeting: null
    },
    version: { number: 1, hash: '0'.repeat(64), questionnaire },
    breakdowns,
    policy,
    responses: packed.length,
    tables: printed.filter(({ question }) => !isDeclared(question)),
    declared: printed.filter(({ question }) => isDeclared(question)),
    ...(target && { target }),
    written: questionsOf(questionnaire).flatMap(question => {
      const count = isClosed(question) ? undefined : written?.get(question.id)
      return count === undefined
        ? []
        : [{ question: question.id, count: protectCount({ question: question.id, count, ...common }) }]
    })
  }
}
