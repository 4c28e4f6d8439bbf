import {
  declaredTables,
  defaultPolicy,
  gatherResponses,
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
import type { Language } from '#locales'
import {
  codebookOf,
  isClosed,
  pack,
  questionsOf,
  readAnswers,
  shapesOf,
  type Answers,
  type Codebook,
  type Questionnaire,
  type Shape
} from '#surveys'
import { exampleQuestionnaire } from './questionnaire.ts'
import { exampleFacts } from './consultation.ts'

type Manner = {
  /** How much the first options are preferred: 1 not at all, 2 unless it is said. */
  readonly leaning?: number
  readonly breakdowns?: readonly string[]
}

/** A release of made-up answers, the same at every call: what the results page is tried on. */
export function exampleRelease(
  count = 1364,
  questionnaire = exampleQuestionnaire,
  manner: Manner = {}
): Release {
  const ready = made.find(each => each.count === count && each.questionnaire === questionnaire)
  if (ready !== undefined) return ready.release
  const release = makeRelease(count, questionnaire, manner)
  made.push({ count, questionnaire, release })
  return release
}

/** Each takes a tenth of a second to make, and is wanted in six languages. */
const made: { count: number; questionnaire: Questionnaire; release: Release }[] = []

function makeRelease(
  count: number,
  questionnaire: Questionnaire,
  { leaning = 2, breakdowns = ['gender', 'age'] }: Manner
): Release {
  const codebook = codebookOf(questionnaire)
  const plan = plannedTables(questionnaire, breakdowns)
  const next = sequence()
  const responses = madeUpResponses(codebook, count, next, { leaning, questionnaire })
  const { tables, population } = tabulate({ codebook, responses, breakdowns, plan })
  const policy = defaultPolicy
  const printed = protect({
    tables: [...tables, ...declaredTables(codebook, responses, exampleFacts.languages)],
    population,
    earlier: [],
    questionnaire,
    policy,
    prf: prfOf
  })
  return {
    schema: 'earshot.release/1',
    number: 2,
    releasedOn: '2026-03-30',
    previous: '5e1f'.repeat(16),
    consultation: { ...exampleFacts },
    version: { number: 1, hash: 'c0de'.repeat(16), questionnaire },
    breakdowns,
    policy,
    responses: count,
    tables: printed.filter(({ question }) => !isDeclared(question)),
    declared: printed.filter(({ question }) => isDeclared(question)),
    target: exampleTarget,
    written: questionsOf(questionnaire)
      .filter(question => !isClosed(question))
      .map(({ id }, index) => ({
        question: id,
        count: protectCount({
          question: id,
          count: index === 0 ? 3 : 618,
          responses: count,
          key: totalKey(responses),
          policy,
          prf: prfOf
        })
      }))
  }
}

/** Made-up answers. @param next gives numbers from 0 to 1, see `sequence` */
export function madeUpResponses(
  codebook: Codebook,
  count: number,
  next: () => number,
  { leaning = 2, questionnaire = exampleQuestionnaire } = {}
) {
  const shapes = shapesOf(questionnaire)
  const width = codebook.slots.length
  const answers = new Int16Array(count * width)
  for (let row = 0; row < count; row++)
    answers.set(pack(codebook, languageOf(row), madeUpAnswers(shapes, next, leaning)), row * width)
  const keys = () => Uint32Array.from({ length: count }, () => next() * 2 ** 32)
  const gathering = gatherResponses(codebook)
  gathering.add({ count, answers, keyHigh: keys(), keyLow: keys() })
  return gathering.finish()
}

/** Half answer in the first language, a quarter in the second, and so on. */
function languageOf(row: number): Language {
  const { languages } = exampleFacts
  return languages[Math.min(Math.clz32((row * 2_654_435_761) >>> 0), languages.length - 1)] ?? 'en'
}

/** Made up like the answers; a real one names who counted. */
const exampleTarget: Target = {
  margins: [
    {
      dimension: 'age_band',
      source: 'Example Statistical Office, population by age',
      date: '2025',
      numbers: [
        { code: '13_15', number: 612_000 },
        { code: '16_17', number: 266_000 },
        { code: '18_24', number: 430_000 }
      ]
    },
    {
      dimension: 'gender',
      source: 'Example Statistical Office, population by sex',
      date: '2025-07-01',
      numbers: [
        { code: 'female', number: 788_000 },
        { code: 'male', number: 820_000 }
      ]
    }
  ],
  weighBy: ['age_band']
}

function madeUpAnswers(shapes: readonly Shape[], next: () => number, leaning: number): Answers {
  const given = new Map(shapes.map(shape => [shape.id, madeUpAnswer(shape, next, leaning)]))
  const read = readAnswers(shapes, given)
  if (!read.ok) throw new RangeError(`made up what cannot be answered: ${read.problems[0]?.code}`)
  return read.value
}

function madeUpAnswer(shape: Shape, next: () => number, leaning: number): string[] {
  const chance = next()
  if (chance < 0.04) return []
  if (shape.kind === 'short_text' || shape.kind === 'long_text') return []
  if (chance < 0.08 && shape.dontKnow !== false) return ['dk']
  if (chance < 0.11 && shape.preferNotToSay !== false) return ['pns']
  if (shape.kind === 'number') return [String(Math.floor(shape.maximum * next() ** 2))]
  // Squared, the first options are chosen most and the last ones hardly at all.
  const pick = () => shape.options[Math.floor(shape.options.length * next() ** leaning)]
  const [first, second] = [pick(), pick()]
  if (first === undefined || second === undefined) return []
  const both = shape.kind === 'multiple' || shape.kind === 'ranking'
  return both && first !== second && !first.exclusive && !second.exclusive
    ? [first.code, second.code]
    : [first.code]
}

/** Park and Miller's minimal standard generator: the same numbers at every call, good enough to make things up. */
export function sequence(): () => number {
  let state = 20_260_328
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

/** Stands in for the keyed function of the server: example answers have nothing to hide. */
export const prfOf: Prf = message => {
  let hash = 2_166_136_261
  for (const letter of JSON.stringify(message)) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619)
  }
  return (hash >>> 0) / 2 ** 32
}
