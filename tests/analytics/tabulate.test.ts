import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { notGiven, plannedTables, states, tabulate, totalKey } from '#analytics'
import { bandsOf, codebookOf, pack, type Answer, type Answers, type ClosedQuestion } from '#surveys'

import { codedResponses } from '../support/coded-responses.ts'
import { sampleQuestionnaire, sampleQuestions } from '../support/sample-questionnaire.ts'

type Table = ReturnType<typeof tabulate>['tables'][number]
type Column = Table['columns'][number]
type Respondent = { readonly answers: Answers; readonly key: bigint }

const codebook = codebookOf(sampleQuestionnaire)

describe('tables and population', () => {
  it('equal a count by hand of the same responses', () => {
    const respondents = fc.array(fc.record({ answers: anyAnswers(), key: fc.bigInt(0n, 2n ** 64n - 1n) }), {
      maxLength: 40
    })
    const breakdowns = fc.subarray(['gender', 'age', 'place'], { minLength: 0 })
    fc.assert(
      fc.property(respondents, breakdowns, (people, by) => {
        const { tables, population } = tabulated(people, by)
        expect(tables.map(({ question, by }) => ({ question, by }))).toEqual(
          plannedTables(sampleQuestionnaire, by).flatMap(plan =>
            plan.by.map(by => ({ question: plan.question, by }))
          )
        )
        for (const table of tables) expect(table.columns).toEqual(countedByHand(table, people))
        expect(population.breakdowns).toEqual(by)
        expect(total(population.cells)).toBe(people.length)
        for (const { values, count } of population.cells) {
          expect(members(people, by, values)).toHaveLength(count)
          expect(count).toBeGreaterThan(0)
        }
      }),
      { numRuns: 60 }
    )
  })
})

describe('a table', () => {
  const people: Respondent[] = [
    respondent({ gender: ['o0'], slots: ['o0', 'o14', 'o15', 'o32'], rank: ['o5', 'o0'], wide: 30_000 }, 5n),
    respondent({ gender: ['o2'], slots: ['o32'], rank: ['o0'], wide: 7 }, 2n ** 64n - 1n),
    respondent({ gender: 'pns', slots: 'dk', rank: 'not_shown', wide: 'skipped' }, 2n ** 63n)
  ]

  it('counts each ticked option of a multiple choice, also beyond the first slot', () => {
    const [all] = tableOf(tabulated(people, []).tables, 'slots', []).columns
    expect(counted(all, 33)).toEqual({ 0: 1, 14: 1, 15: 1, 32: 2 })
    expect(all).toMatchObject({ size: 3, answered: 2, states: { dk: 1, pns: 0, skipped: 0, not_shown: 0 } })
  })

  it('counts an option of a ranking wherever it is named', () => {
    const [all] = tableOf(tabulated(people, []).tables, 'rank', []).columns
    expect(counted(all, 6)).toEqual({ 0: 2, 5: 1 })
    expect(all?.states).toEqual({ dk: 0, pns: 0, skipped: 0, not_shown: 1 })
  })

  it('counts a number in the band that holds it, to both ends', () => {
    const table = tableOf(tabulated(people, []).tables, 'wide', [])
    expect(table.columns[0]?.chosen[0]).toBe(1)
    expect(table.columns[0]?.chosen.at(-1)).toBe(1)
    expect(table.columns[0]?.answered).toBe(2)
  })

  it('gathers who gave no value of a breakdown in a group of its own, and keeps groups that nobody is in', () => {
    const table = tableOf(tabulated(people, ['gender']).tables, 'slots', ['gender'])
    expect(table.columns.map(({ values, size }) => [...values, size])).toEqual([
      ['o0', 1],
      ['o1', 0],
      ['o2', 1],
      [notGiven, 1]
    ])
  })

  it('sums record keys modulo 2^64, of all and of those who answered', () => {
    const [all] = tableOf(tabulated(people, []).tables, 'slots', []).columns
    expect(all?.key).toBe(2n ** 63n + 4n)
    expect(all?.answeredKey).toBe(4n)
  })

  it('is there, with nobody in it, when nobody has answered', () => {
    const { tables, population } = tabulated([], ['gender'])
    expect(tableOf(tables, 'rank', ['gender']).columns.map(column => column.size)).toEqual([0, 0, 0, 0])
    expect(population.cells).toEqual([])
  })
})

describe('tabulating', () => {
  it('refuses a breakdown that is no single choice or scale', () => {
    expect(() => tabulated([], ['slots'])).toThrow(RangeError)
    expect(() => tabulated([], ['nowhere'])).toThrow(RangeError)
  })

  it('refuses a response that holds what no answer can be', () => {
    const answers = pack(codebook, 'en', new Map())
    expect(() => codedResponses(codebook, [{ answers: [...answers.slice(0, -1), 30_001], key: 0n }])).toThrow(
      'slot 14'
    )
    expect(() => codedResponses(codebook, [{ answers: [...answers.slice(0, -1), -5], key: 0n }])).toThrow(
      RangeError
    )
  })

  it('keeps the keys exact over more responses than a column first has room for', () => {
    const people = Array.from({ length: 20_001 }, (_, index) => ({
      answers: pack(codebook, 'en', new Map()),
      key: 2n ** 64n - 1n - BigInt(index)
    }))
    const responses = codedResponses(codebook, people)
    const { tables } = tabulate({
      codebook,
      responses,
      breakdowns: [],
      plan: [{ question: 'gender', by: [[]] }]
    })
    const sum = BigInt.asUintN(
      64,
      people.reduce((sum, { key }) => sum + key, 0n)
    )
    expect(totalKey(responses)).toBe(sum)
    expect(tables[0]?.columns[0]).toMatchObject({
      size: 20_001,
      key: sum,
      answered: 0,
      answeredKey: 0n
    })
  })
})

function tabulated(
  people: readonly Respondent[],
  breakdowns: readonly string[]
): ReturnType<typeof tabulate> {
  const packed = people.map(({ answers, key }) => ({ answers: pack(codebook, 'en', answers), key }))
  return tabulate({
    codebook,
    responses: codedResponses(codebook, packed, 7),
    breakdowns,
    plan: plannedTables(sampleQuestionnaire, breakdowns)
  })
}

function tableOf(tables: readonly Table[], question: string, by: readonly string[]): Table {
  const found = tables.find(table => table.question === question && table.by.join() === by.join())
  if (found === undefined) throw new RangeError(`no table of ${question} by ${by.join()}`)
  return found
}

/** Counts of the options that somebody chose, by the option's index. */
function counted(column: Column | undefined, options: number): Record<string, number> {
  expect(column?.chosen).toHaveLength(options)
  return Object.fromEntries(
    (column?.chosen ?? []).map((count, index) => [index, count]).filter(([, count]) => count)
  )
}

function countedByHand(table: Table, people: readonly Respondent[]): Column[] {
  const question = sampleQuestions.find(({ id }) => id === table.question)
  if (question === undefined) throw new RangeError('not a question')
  return combinations(table.by).map(values => {
    const group = members(people, table.by, values)
    const answers = group.map(one => answerOf(one, question.id))
    const answered = group.filter(one => answerOf(one, question.id).state === 'answered')
    return {
      values,
      size: group.length,
      key: sumOfKeys(group),
      answered: answered.length,
      answeredKey: sumOfKeys(answered),
      chosen: table.codes.map(code => answers.filter(answer => counts(question, answer, code)).length),
      extra: table.extras.map(
        ({ code }) => answers.filter(answer => countsBeside(question, answer, code)).length
      ),
      states: {
        dk: answers.filter(({ state }) => state === 'dk').length,
        pns: answers.filter(({ state }) => state === 'pns').length,
        skipped: answers.filter(({ state }) => state === 'skipped').length,
        not_shown: answers.filter(({ state }) => state === 'not_shown').length
      }
    }
  })
}

function counts(question: ClosedQuestion, answer: Answer, code: string): boolean {
  if (answer.state !== 'answered') return false
  if ('codes' in answer) return answer.codes.includes(code)
  const band = question.kind === 'number' ? bandsOf(question).find(one => one.code === code) : undefined
  return 'number' in answer && band !== undefined && band.from <= answer.number && answer.number <= band.to
}

/** The two last points of the scale, or the first choice. */
function countsBeside(question: ClosedQuestion, answer: Answer, code: string): boolean {
  if (answer.state !== 'answered' || !('codes' in answer) || question.kind === 'number') return false
  const [first = ''] = answer.codes
  if (question.kind === 'ranking') return code === `first:${first}`
  return question.options.slice(-2).some(option => option.code === first)
}

function combinations(by: readonly string[]): string[][] {
  const [first, ...rest] = by
  return first === undefined
    ? [[]]
    : valuesOf(first).flatMap(value => combinations(rest).map(others => [value, ...others]))
}

function valuesOf(id: string): string[] {
  const question = sampleQuestions.find(one => one.id === id)
  return question === undefined || !('options' in question)
    ? []
    : [...question.options.map(option => option.code), notGiven]
}

function members(
  people: readonly Respondent[],
  by: readonly string[],
  values: readonly string[]
): Respondent[] {
  return people.filter(one => by.every((id, index) => groupValue(answerOf(one, id)) === values[index]))
}

function groupValue(answer: Answer): string {
  return answer.state === 'answered' && 'codes' in answer ? (answer.codes[0] ?? notGiven) : notGiven
}

function answerOf(one: Respondent, id: string): Answer {
  return one.answers.get(id) ?? { state: 'skipped' }
}

function sumOfKeys(people: readonly Respondent[]): bigint {
  return people.reduce((sum, { key }) => (sum + key) % 2n ** 64n, 0n)
}

function total(cells: readonly { readonly count: number }[]): number {
  return cells.reduce((sum, { count }) => sum + count, 0)
}

function respondent(
  given: Readonly<Record<string, readonly string[] | number | (typeof states)[number]>>,
  key: bigint
): Respondent {
  const answers = Object.entries(given).map(([id, value]): [string, Answer] => {
    if (typeof value === 'string') return [id, { state: value }]
    return [
      id,
      typeof value === 'number' ? { state: 'answered', number: value } : { state: 'answered', codes: value }
    ]
  })
  return { answers: new Map(answers), key }
}

function anyAnswers(): fc.Arbitrary<Answers> {
  return fc
    .tuple(...sampleQuestions.map(question => fc.tuple(fc.constant(question.id), anyAnswer(question))))
    .map(pairs => new Map(pairs))
}

function anyAnswer(question: ClosedQuestion): fc.Arbitrary<Answer> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...states).map(state => ({ state })) },
    { weight: 4, arbitrary: answered(question) }
  )
}

function answered(question: ClosedQuestion): fc.Arbitrary<Answer> {
  if (question.kind === 'number') {
    const { minimum: min, maximum: max } = question
    return fc.integer({ min, max }).map(number => ({ state: 'answered', number }))
  }
  const codes = question.options.map(option => option.code)
  switch (question.kind) {
    case 'single':
    case 'scale':
      return fc.constantFrom(...codes).map(code => ({ state: 'answered', codes: [code] }))
    case 'multiple':
      return fc.subarray(codes, { minLength: 1 }).map(chosen => ({ state: 'answered', codes: chosen }))
    case 'ranking':
      return fc
        .shuffledSubarray(codes, { minLength: 1, maxLength: question.upTo })
        .map(chosen => ({ state: 'answered', codes: chosen }))
  }
}
