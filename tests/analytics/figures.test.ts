import { describe, expect, it } from 'vitest'
import { figureOf, printedRow, type ProtectedTable } from '#analytics'
import type { Answer, Answers, Question } from '#surveys'
import { exampleRelease } from '../../views/examples/release.ts'
import { madeRelease } from '../support/made-release.ts'
import { options, words as sample } from '../support/sample-questionnaire.ts'

const release = exampleRelease()
const words = {
  language: 'en',
  answer: (code: string) => `<${code}>`,
  group: (column: { readonly values: readonly string[] }) => column.values.join('+'),
  all: 'all',
  ranked: () => ({ named: 'named', first: 'first' })
} as const

function table(question: string, ...by: string[]): ProtectedTable {
  return release.tables.find(each => each.question === question && each.by.join() === by.join())!
}

describe('a figure', () => {
  it('draws the printed shares, and nothing where none is printed', () => {
    const { cells } = table('month').columns[0]!
    const { configuration } = figureOf(table('month'), words)
    expect(configuration.data.datasets[0]!.data).toEqual(cells.map(cell => cell.percent))
  })

  it('writes at each bar what the table says', () => {
    const figure = figureOf(table('tried'), words)
    expect(figure.printed[0]).toEqual(table('tried').columns[0]!.cells.map(cell => `${cell.percent}%`))
  })

  it('has the mark of the table where nearly all of too few gave an answer', () => {
    const one: Answers = new Map<string, Answer>([['safe', { state: 'answered', codes: ['o0'] }]])
    const few = madeRelease({
      questionnaire: {
        title: sample('Few'),
        sections: [
          { id: 'all', items: [{ kind: 'single', id: 'safe', text: sample('Safe'), options: options(2) }] }
        ]
      },
      answers: Array.from({ length: 40 }, () => one)
    })
    const [table] = few.tables
    expect(table!.columns[0]!.cells[0]).toMatchObject({ status: 't', percent: null })
    expect(printedRow(table!.columns[0]!.cells[0]!, 'en').percent?.mark).toBe('[x]')
    expect(figureOf(table!, words).printed[0]?.[0]).toBe('[x]')
  })

  it('has a set of bars for each group of a breakdown, and then a legend', () => {
    const { configuration } = figureOf(table('easy', 'gender'), words)
    expect(configuration.data.datasets.map(dataset => dataset.label)).toEqual([
      'female',
      'male',
      'another',
      'not_given'
    ])
    expect(configuration.options?.plugins?.legend?.display).toBe(true)
  })

  it('has two bars for each answer of a ranking: named in the first places, and put first', () => {
    const own: Question = {
      kind: 'ranking',
      id: 'order',
      text: sample('Order'),
      options: options(5),
      upTo: 3
    }
    const answers = Array.from({ length: 120 }, (_, index): Answers => {
      const codes = index < 80 ? ['o0', 'o1', 'o2'] : ['o1', 'o0', 'o3']
      return new Map<string, Answer>([['order', { state: 'answered', codes }]])
    })
    const questionnaire = { title: sample('Ranked'), sections: [{ id: 'all', items: [own] }] }
    const [ranked] = madeRelease({ questionnaire, answers }).tables
    const { configuration, printed } = figureOf(ranked!, words)
    expect(configuration.data.datasets.map(({ label, data }) => [label, data])).toEqual([
      ['named', [98, 98, 67, 33, null]],
      ['first', [67, 33, null, null, null]]
    ])
    expect(printed[1]).toEqual(['67%', '33%', '[c]', '[c]', '[c]'])
    expect(configuration.options?.plugins?.legend?.display).toBe(true)
  })

  it('never cuts the axis', () => {
    expect(figureOf(table('easy'), words).configuration.options?.scales?.['x']).toMatchObject({
      min: 0,
      max: 100
    })
  })

  it('is all JSON', () => {
    const figure = figureOf(table('easy'), words)
    expect(JSON.parse(JSON.stringify(figure))).toEqual(figure)
  })

  it('takes only what the protector made', () => {
    const raw: ProtectedTable = { ...table('easy') }
    expect(() => figureOf(raw, words)).toThrow('not a protected table')
  })
})
