import { describe, expect, it } from 'vitest'
import type { Condition, Question, Section } from '#surveys'
import { checkReferences } from '../../../surveys/checks/references.ts'
import { asking, choice, form, multiple, number, writing } from '../small-questionnaires.ts'

const answered = (question: string): Condition => ({ question, answered: true })
const shown = (id: string, showWhen: Condition): Question => ({ ...choice(id), showWhen })
const told = (...sections: Section[]) =>
  checkReferences(form(...sections)).map(({ at, code, params }) => `${at} ${code} ${params?.['question']}`)
const toldOf = (...items: Question[]) => told({ id: 's', items })

describe('questions that wait for one another', () => {
  it('are both told of', () => {
    expect(toldOf(shown('a', answered('b')), shown('b', answered('a')))).toEqual([
      'a check.loop b',
      'b check.loop a'
    ])
  })

  it('are all told of when there are three', () => {
    expect(toldOf(shown('a', answered('c')), shown('b', answered('a')), shown('c', answered('b')))).toEqual([
      'a check.loop c',
      'b check.loop a',
      'c check.loop b'
    ])
  })

  it('are told apart from one that only waits for them', () => {
    const waiting = shown('d', answered('a'))
    expect(toldOf(shown('a', answered('b')), shown('b', answered('a')), waiting)).toEqual([
      'a check.loop b',
      'b check.loop a'
    ])
  })

  it('are found across the condition of a section, which is told of where it stands', () => {
    expect(
      told(
        { id: 's', showWhen: answered('b'), items: [choice('a')] },
        { id: 't', items: [shown('b', answered('a'))] }
      )
    ).toEqual(['s check.loop b', 'b check.loop a'])
  })
})

describe('a condition on a question that comes too late', () => {
  it('is told of', () => {
    expect(toldOf(shown('a', answered('b')), choice('b'))).toEqual(['a check.laterQuestion b'])
  })

  it('is told of when it is the question itself, which does not wait for another', () => {
    expect(toldOf(shown('a', answered('a')))).toEqual(['a check.laterQuestion a'])
  })

  it('is told of when a section looks at a question within it', () => {
    expect(told({ id: 's', showWhen: answered('b'), items: [choice('a'), choice('b')] })).toEqual([
      's check.laterQuestion b'
    ])
  })
})

describe('a condition', () => {
  it('is told of once, at its section, however many questions stand there', () => {
    const items = [choice('a'), choice('b'), choice('c')]
    const showWhen = { any: [answered('ghost'), { not: answered('ghost') }] }
    expect(told({ id: 's', showWhen, items })).toEqual(['s check.unknownQuestion ghost'])
  })

  it.each<[string, Question, Condition]>([
    ['a code that is not there', choice('q'), { question: 'q', selected: 'A' }],
    ['a code of a number', number('q', 0, 9), { question: 'q', selected: '3' }],
    ['a code of a text', writing('q'), { question: 'q', selected: 'yes' }],
    ['declining a text', writing('q'), { question: 'q', selected: 'dk' }],
    ['not knowing where that is off', { ...choice('q'), dontKnow: false }, { question: 'q', selected: 'dk' }],
    [
      'not saying where that is off',
      { ...choice('q'), preferNotToSay: false },
      { question: 'q', selected: 'pns' }
    ],
    ['skipping as a code', choice('q'), { question: 'q', selected: 'skipped' }]
  ])('cannot look for %s', (_, question, condition) => {
    expect(toldOf(question, shown('r', condition))).toEqual(['r check.unknownCode q'])
  })

  it.each<[string, Question, Condition]>([
    ['an option', choice('q'), { question: 'q', selected: 'a' }],
    ['not knowing a number', number('q', 0, 9), { question: 'q', selected: 'dk' }],
    ['not saying', multiple('q', 3), { question: 'q', selected: 'pns' }],
    ['a number', number('q', 0, 9), { question: 'q', compare: '<', number: 3 }],
    ['whether a text was written', writing('q'), answered('q')]
  ])('may look for %s', (_, question, condition) => {
    expect(toldOf(question, shown('r', condition))).toEqual([])
  })

  it('cannot look at a note or at a section, which have no answer', () => {
    const note = { kind: 'note' as const, id: 'n', text: { standard: {} } }
    const items = [note, shown('q', answered('n')), shown('r', answered('s'))]
    expect(checkReferences(asking(...items)).map(({ code }) => code)).toEqual([
      'check.unknownQuestion',
      'check.unknownQuestion'
    ])
  })

  it('is looked through soon in 200 questions that each look at all before them three times', () => {
    const questions = Array.from({ length: 200 }, (_, index): Question => {
      const before = Array.from({ length: index }, (_, n) => answered(`q${n}`))
      return shown(`q${index}`, { any: [...before, ...before, ...before] })
    })
    const started = performance.now()
    expect(toldOf(...questions)).toEqual([])
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})
