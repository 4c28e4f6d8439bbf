import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages } from '#locales'
import {
  codebookOf,
  isClosed,
  lowestState,
  pack,
  questionsOf,
  readAnswers,
  shapesOf,
  unpack,
  type Answer,
  type Answers,
  type Slot
} from '#surveys'
import { givenTo, questionnaires } from '../support/questionnaires.ts'
import { sampleQuestionnaire } from '../support/sample-questionnaire.ts'

const filledIn = questionnaires.chain(questionnaire =>
  fc.record({
    questionnaire: fc.constant(questionnaire),
    given: givenTo(questionnaire),
    language: fc.constantFrom(...languages)
  })
)
const sample = codebookOf(sampleQuestionnaire)

describe('a codebook', () => {
  it('gives the language a slot, every closed question its own, and options fifteen to a slot', () => {
    const slots = Object.fromEntries(sample.entries.map(({ question, slots }) => [question.id, slots]))
    expect(sample.languageSlot).toEqual({ at: 0, maximum: 5 })
    expect(slots).toMatchObject({
      gender: [{ at: 1, maximum: 2 }],
      age: [{ at: 2, maximum: 4 }],
      only: [{ at: 4, maximum: 0 }],
      many: [{ at: 5, maximum: 299 }],
      few: [{ at: 6, maximum: 127 }],
      slots: [
        { at: 7, maximum: 32_767 },
        { at: 8, maximum: 32_767 },
        { at: 9, maximum: 7 }
      ],
      rank: [
        { at: 10, maximum: 5 },
        { at: 11, maximum: 5 },
        { at: 12, maximum: 5 }
      ],
      siblings: [{ at: 13, maximum: 9 }],
      wide: [{ at: 14, maximum: 30_000 }]
    })
    expect(sample.slots.map(slot => slot.at)).toEqual(Array.from({ length: 15 }, (_, at) => at))
  })

  it('gives open questions no slot', () => {
    fc.assert(
      fc.property(questionnaires, questionnaire => {
        const codebook = codebookOf(questionnaire)
        expect(codebook.entries.map(entry => entry.question)).toEqual(
          questionsOf(questionnaire).filter(isClosed)
        )
      })
    )
  })
})

describe('a response', () => {
  // The order in which the six languages are listed: in another, answers stored before would change their language.
  it.each([
    ['ar', 0],
    ['zh', 1],
    ['en', 2],
    ['fr', 3],
    ['ru', 4],
    ['es', 5]
  ] as const)('remembers that it was given in %s as %i, for good', (language, code) => {
    const packed = pack(sample, language, new Map())
    expect(packed[0]).toBe(code)
    expect(unpack(sample, packed).language).toBe(language)
  })

  it('gives back all coded answers and the language, each integer within its slot', () => {
    fc.assert(
      fc.property(filledIn, ({ questionnaire, given, language }) => {
        const answers = read(questionnaire, given)
        const codebook = codebookOf(questionnaire)
        const packed = pack(codebook, language, answers)

        expect(packed).toHaveLength(codebook.slots.length)
        const fits = ({ at, maximum }: Slot): boolean => {
          const value = packed[at]
          return value !== undefined && Number.isInteger(value) && value >= lowestState && value <= maximum
        }
        expect(codebook.slots.filter(slot => !fits(slot) || slot.maximum > 32_767)).toEqual([])
        const closed = questionsOf(questionnaire).filter(isClosed)
        const coded = new Map(closed.map(({ id }) => [id, answers.get(id)]))
        expect(unpack(codebook, packed)).toEqual({ language, answers: coded })
      }),
      { numRuns: 500 }
    )
  })

  it.each<[string, Answer]>([
    ['does not know', { state: 'dk' }],
    ['prefers not to say', { state: 'pns' }],
    ['skips', { state: 'skipped' }],
    ['is not shown the question', { state: 'not_shown' }]
  ])('tells who %s from everybody else, in every kind of question', (_, answer) => {
    const answers = new Map(sample.entries.map(({ question }) => [question.id, answer]))
    expect(unpack(sample, pack(sample, 'ar', answers))).toEqual({ language: 'ar', answers })
  })

  it('has "skipped" where nothing is known of a question', () => {
    const { answers } = unpack(sample, pack(sample, 'en', new Map()))
    expect(new Set([...answers.values()].map(answer => answer.state))).toEqual(new Set(['skipped']))
  })

  it('keeps 33 ticked options apart from 32', () => {
    const codes = Array.from({ length: 33 }, (_, index) => `o${index}`)
    const all = new Map<string, Answer>([['slots', { state: 'answered', codes }]])
    const packed = pack(sample, 'en', all)
    expect(packed.slice(7, 10)).toEqual([32_767, 32_767, 7])
    expect(unpack(sample, packed).answers.get('slots')).toEqual({ state: 'answered', codes })
  })
})

describe('answers that reading cannot have made', () => {
  it.each<[string, string, Answer]>([
    ['an option that is not there', 'gender', { state: 'answered', codes: ['o9'] }],
    ['no option at all', 'gender', { state: 'answered', codes: [] }],
    ['a number for a choice', 'gender', { state: 'answered', number: 1 }],
    ['an unknown option among ticked ones', 'few', { state: 'answered', codes: ['o1', 'o9'] }],
    ['nothing ticked and yet answered', 'few', { state: 'answered', codes: [] }],
    ['a text for a multiple choice', 'few', { state: 'answered', text: 'o1' }],
    ['an empty ranking', 'rank', { state: 'answered', codes: [] }],
    ['four places of three', 'rank', { state: 'answered', codes: ['o0', 'o1', 'o2', 'o3'] }],
    ['codes for a number', 'siblings', { state: 'answered', codes: ['3'] }],
    ['a number above its bounds', 'siblings', { state: 'answered', number: 10 }],
    ['a number below its bounds', 'wide', { state: 'answered', number: 6 }],
    ['half a number', 'siblings', { state: 'answered', number: 2.5 }]
  ])('are not packed: %s', (_, id, answer) => {
    expect(() => pack(sample, 'en', new Map([[id, answer]]))).toThrow(RangeError)
  })
})

describe('integers that are no response of the version', () => {
  const ticked: Answer = { state: 'answered', codes: ['o0', 'o16'] }
  const packed = pack(sample, 'en', new Map([['slots', ticked]]))
  const changed = (at: number, value: number) => packed.map((old, index) => (index === at ? value : old))

  it.each<[string, readonly number[]]>([
    ['none', []],
    ['one too few', packed.slice(1)],
    ['one too many', [...packed, 0]],
    ['a seventh language', changed(0, 6)],
    ['a language below the first', changed(0, -1)],
    ['an option past the last', changed(1, 3)],
    ['a state that does not exist', changed(1, -5)],
    ['bits past the last option', changed(6, 128)],
    ['a multiple choice below every state', changed(6, -5)],
    ['a state in a second slot', changed(8, -1)],
    ['a ranked option past the last', changed(10, 6)],
    ['a number above its bounds', changed(13, 10)],
    ['a number below its bounds', changed(14, 6)]
  ])('are refused: %s', (_, integers) => {
    expect(() => unpack(sample, integers)).toThrow(RangeError)
  })
})

function read(
  questionnaire: Parameters<typeof shapesOf>[0],
  given: Parameters<typeof readAnswers>[1]
): Answers {
  const parsed = readAnswers(shapesOf(questionnaire), given)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}
