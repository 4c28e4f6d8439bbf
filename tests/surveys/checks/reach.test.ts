import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAnswers, shapesOf, type Condition, type Question } from '#surveys'
import { holds } from '#surveys/browser'
import { checkReach } from '../../../surveys/checks/reach.ts'
import { givenTo, questionnaires } from '../../support/questionnaires.ts'
import { asking, choice, form, multiple, number, ranking, writing } from '../small-questionnaires.ts'

const a: Condition = { question: 'q', selected: 'a' }
const b: Condition = { question: 'q', selected: 'b' }
const picked = (code: string): Condition => ({ question: 'm', selected: code })
const compared = (compare: '=' | '<' | '<=' | '>' | '>=', bound: number): Condition => ({
  question: 'n',
  compare,
  number: bound
})
const three = multiple('m', 3)
const exclusive: Question = {
  ...multiple('m', 4),
  options: multiple('m', 4).options.map(option =>
    option.code === 'o3' ? { ...option, exclusive: true } : option
  )
}
const all = (...parts: Condition[]): Condition => ({ all: parts })

describe('a question that can never be shown', () => {
  it.each<[string, Question, Condition]>([
    ['two answers to a single choice', choice('q'), all(a, b)],
    ['an answer and that it was not known', choice('q'), all(a, { question: 'q', selected: 'dk' })],
    ['an answer, and no answer', choice('q'), all(a, { not: { question: 'q', answered: true } })],
    [
      'answered, and none of its options',
      choice('q', ['a', 'b']),
      all({ question: 'q', answered: true }, { not: { any: [a, b] } })
    ],
    ['any of nothing', choice('q'), { any: [] }],
    ['a condition and its opposite', choice('q'), all(a, { not: a })],
    ['an exclusive option beside another', exclusive, all(picked('o0'), picked('o3'))],
    ['more options than may be ticked', { ...three, atMost: 1 }, all(picked('o0'), picked('o1'))],
    ['more options than have places', ranking('m', 3, 1), all(picked('o0'), picked('o1'))],
    ['a number above and below', number('n', 0, 9), all(compared('>', 5), compared('<', 5))],
    ['a whole number between two neighbours', number('n', 0, 9), all(compared('>', 4), compared('<', 5))],
    ['a number that is no whole one', number('n', 0, 9), compared('=', 4.5)],
    ['a number above its largest', number('n', 0, 9), compared('>', 9)],
    ['a number below its smallest', number('n', 3, 9), compared('<=', 2.5)]
  ])('%s', (_, question, showWhen) => {
    expect(checkReach(asking(question, { ...writing('r'), showWhen }))).toEqual([
      { at: 'r', code: 'check.neverShown' }
    ])
  })

  it('because the question it looks at is only shown to others', () => {
    const questionnaire = asking(
      choice('q'),
      { ...choice('p'), showWhen: a },
      { ...writing('r'), showWhen: all({ question: 'p', answered: true }, b) }
    )
    expect(checkReach(questionnaire)).toEqual([{ at: 'r', code: 'check.neverShown' }])
  })

  it('because of what leads to it two questions before', () => {
    const questionnaire = asking(
      choice('q'),
      { ...choice('p'), showWhen: a },
      { ...choice('o'), showWhen: { question: 'p', selected: 'c' } },
      { ...writing('r'), showWhen: all({ question: 'o', selected: 'dk' }, { not: a }) }
    )
    expect(checkReach(questionnaire)).toEqual([{ at: 'r', code: 'check.neverShown' }])
  })

  it('because its section is only shown to others', () => {
    const questionnaire = form(
      { id: 's', items: [choice('q')] },
      { id: 't', showWhen: a, items: [{ ...writing('r'), showWhen: b }, writing('fine')] }
    )
    expect(checkReach(questionnaire)).toEqual([{ at: 'r', code: 'check.neverShown' }])
  })

  it('takes those with it that wait for its answer, and a note too', () => {
    const questionnaire = asking(
      choice('q'),
      { ...choice('p'), showWhen: all(a, b) },
      { kind: 'note', id: 'n', text: { standard: {} }, showWhen: { question: 'p', answered: true } }
    )
    expect(checkReach(questionnaire).map(({ at }) => at)).toEqual(['p', 'n'])
  })
})

describe('a question that somebody can be shown', () => {
  const opposite: Condition = { not: { question: 'q', answered: true } }
  it.each<[string, Question, Condition]>([
    ['all of nothing', choice('q'), { all: [] }],
    ['whoever skipped', choice('q'), opposite],
    ['whoever did not know', choice('q'), { question: 'q', selected: 'dk' }],
    ['whoever chose neither', choice('q'), all({ question: 'q', answered: true }, { not: { any: [a, b] } })],
    ['two ticked options', three, all(picked('o0'), picked('o1'))],
    ['an exclusive option alone', exclusive, all(picked('o3'), { not: picked('o0') })],
    ['an exclusive option or others', exclusive, { any: [all(picked('o0'), picked('o1')), picked('o3')] }],
    ['as many as may be ticked', { ...three, atMost: 2 }, all(picked('o0'), picked('o2'))],
    ['as many as have places', ranking('m', 3, 2), all(picked('o0'), picked('o2'))],
    ['a number between', number('n', 0, 9), all(compared('>', 4), compared('<', 6))],
    ['a number between halves', number('n', 0, 9), all(compared('>', 3.5), compared('<', 4.5))],
    ['its largest number', number('n', 0, 9), compared('>=', 9)],
    ['its smallest number', number('n', 3, 9), compared('<', 4)],
    [
      'all of many ticked options',
      multiple('m', 14),
      all(...multiple('m', 14).options.map(({ code }) => picked(code)))
    ],
    ['whoever wrote something', writing('q'), { question: 'q', answered: true }]
  ])('%s', (_, question, showWhen) => {
    expect(checkReach(asking(question, { ...writing('r'), showWhen }))).toEqual([])
  })

  it('because the one before was not shown', () => {
    const questionnaire = asking(
      choice('q'),
      { ...choice('p'), showWhen: a },
      { ...writing('r'), showWhen: all(b, { not: { question: 'p', answered: true } }) }
    )
    expect(checkReach(questionnaire)).toEqual([])
  })

  it('is found among the countries of the world, also when two questions ask for one', () => {
    const countries = Array.from({ length: 249 }, (_, index) => `c${index}`)
    const lives: Condition = { question: 'lives', selected: 'c200' }
    const never = all(lives, { question: 'born', selected: 'c7' }, { not: lives })
    const questionnaire = asking(
      choice('lives', countries),
      choice('born', countries),
      { ...writing('r'), showWhen: all(lives, { question: 'born', selected: 'c7' }) },
      { ...writing('s'), showWhen: never }
    )
    expect(checkReach(questionnaire).map(({ at }) => at)).toEqual(['s'])
  })
})

describe('the search', () => {
  it('never says so of a question that some answers show', () => {
    const filled = questionnaires.chain(questionnaire =>
      fc.tuple(fc.constant(questionnaire), fc.array(givenTo(questionnaire), { minLength: 1, maxLength: 5 }))
    )
    fc.assert(
      fc.property(filled, ([questionnaire, fillings]) => {
        const hidden = checkReach(questionnaire).map(({ at }) => at)
        for (const given of fillings) {
          const answers = readAnswers(shapesOf(questionnaire), given)
          if (!answers.ok) throw new Error(JSON.stringify(answers.problems))
          expect(hidden.filter(id => answers.value.get(id)?.state !== 'not_shown')).toEqual([])
        }
      }),
      { numRuns: 300 }
    )
  })

  it('finds a whole number between bounds wherever there is one', () => {
    const bound = fc.double({ min: -2, max: 12, noNaN: true })
    const comparison = fc.constantFrom('=', '<', '<=', '>', '>=')
    fc.assert(
      fc.property(fc.array(fc.tuple(comparison, bound), { minLength: 1, maxLength: 4 }), atoms => {
        const parts = atoms.map(([compare, at]) => compared(compare, Math.round(at * 2) / 2))
        const fits = Array.from({ length: 10 }, (_, n) => n).some(n =>
          holds(all(...parts), new Map([['n', { state: 'answered', number: n }]]))
        )
        const questionnaire = asking(number('n', 0, 9), { ...writing('r'), showWhen: all(...parts) })
        expect(checkReach(questionnaire).length).toBe(fits ? 0 : 1)
      }),
      { numRuns: 500 }
    )
  })

  it('gives up and reports nothing where there are too many ways to try', () => {
    const many = Array.from({ length: 30 }, (_, index) => choice(`q${index}`))
    const each = many.map(({ id }): Condition => ({ question: id, selected: 'a' }))
    const questionnaire = asking(...many, { ...writing('r'), showWhen: all(...each, { any: [] }) })
    expect(checkReach(questionnaire)).toEqual([])
  })

  it.each([2, 4, 6, 8, 12, 40])('ends soon for 200 questions that each look at %i others in vain', width => {
    const first = Array.from({ length: width }, (_, index) => choice(`q${index}`))
    const each = first.flatMap(({ id }): Condition[] =>
      ['a', 'b'].map(selected => ({ question: id, selected }))
    )
    const rest = Array.from({ length: 200 - width }, (_, index) => ({
      ...choice(`r${index}`),
      showWhen: all({ any: each }, { not: { any: each } })
    }))
    const started = performance.now()
    const found = checkReach(asking(...first, ...rest)).length
    expect(performance.now() - started).toBeLessThan(15_000)
    expect([0, 200 - width]).toContain(found)
  })

  it('ends soon for a chain of 200 questions, each shown by the one before', () => {
    const chain = Array.from({ length: 200 }, (_, index) => ({
      ...choice(`q${index}`),
      ...(index > 0 && { showWhen: { question: `q${index - 1}`, selected: 'a' } })
    }))
    const started = performance.now()
    expect(checkReach(asking(...chain))).toEqual([])
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
