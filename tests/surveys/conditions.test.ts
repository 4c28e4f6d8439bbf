import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holds } from '#surveys/browser'
import type { Answer, Condition } from '#surveys'
import { atomsOf, referencesOf } from '../../surveys/conditions.ts'

const always: Condition = { all: [] }
const never: Condition = { any: [] }
const nothing = new Map<string, Answer>()

describe('a condition joined of others', () => {
  it.each<[string, Condition, boolean]>([
    ['all of none', { all: [] }, true],
    ['all of true', { all: [always, always] }, true],
    ['all with one false', { all: [always, never] }, false],
    ['any of none', { any: [] }, false],
    ['any with one true', { any: [never, always] }, true],
    ['any of false', { any: [never, never] }, false],
    ['not true', { not: always }, false],
    ['not false', { not: never }, true],
    ['not not true', { not: { not: always } }, true]
  ])('%s', (_, condition, truth) => {
    expect(holds(condition, nothing)).toBe(truth)
  })

  it('obeys De Morgan', () => {
    const truth = fc.constantFrom(always, never)
    fc.assert(
      fc.property(fc.array(truth), parts => {
        const one = holds({ not: { all: parts } }, nothing)
        const other = holds({ any: parts.map((not): Condition => ({ not })) }, nothing)
        expect(one).toBe(other)
      })
    )
  })
})

describe('a condition on an answer', () => {
  const states: [string, Answer | undefined][] = [
    ['chosen a', { state: 'answered', codes: ['a'] }],
    ['chosen a and b', { state: 'answered', codes: ['b', 'a'] }],
    ['the number 3', { state: 'answered', number: 3 }],
    ['a text', { state: 'answered', text: 'a' }],
    ['not known', { state: 'dk' }],
    ['not said', { state: 'pns' }],
    ['skipped', { state: 'skipped' }],
    ['not shown', { state: 'not_shown' }],
    ['nothing there', undefined]
  ]
  // One column each: selected a, selected b, selected dk, selected pns, answered, = 3, < 4, <= 2, > 3, >= 3, < 3, <= 3.
  const truths: Record<string, string> = {
    'chosen a': '100010000000',
    'chosen a and b': '110010000000',
    'the number 3': '000011100101',
    'a text': '000010000000',
    'not known': '001000000000',
    'not said': '000100000000',
    skipped: '000000000000',
    'not shown': '000000000000',
    'nothing there': '000000000000'
  }
  const question = 'q'
  const atoms: Condition[] = [
    { question, selected: 'a' },
    { question, selected: 'b' },
    { question, selected: 'dk' },
    { question, selected: 'pns' },
    { question, answered: true },
    { question, compare: '=', number: 3 },
    { question, compare: '<', number: 4 },
    { question, compare: '<=', number: 2 },
    { question, compare: '>', number: 3 },
    { question, compare: '>=', number: 3 },
    { question, compare: '<', number: 3 },
    { question, compare: '<=', number: 3 }
  ]

  it.each(states)('%s', (name, answer) => {
    const answers = new Map(answer === undefined ? [] : [[question, answer]])
    expect(atoms.map(atom => (holds(atom, answers) ? '1' : '0')).join('')).toBe(truths[name])
    expect(atoms.map(not => (holds({ not }, answers) ? '0' : '1')).join('')).toBe(truths[name])
  })

  it('does not find what every object has by itself', () => {
    for (const id of ['__proto__', 'constructor', 'toString']) {
      expect(holds({ question: id, answered: true }, nothing)).toBe(false)
    }
  })
})

describe('the leaves of a condition', () => {
  it('are found at every depth, in order', () => {
    const condition: Condition = {
      all: [
        { question: 'a', answered: true },
        {
          not: {
            any: [
              { question: 'b', selected: 'x' },
              { question: 'a', compare: '<', number: 1 }
            ]
          }
        }
      ]
    }
    expect(referencesOf(condition)).toEqual(['a', 'b', 'a'])
    expect(atomsOf(condition)).toHaveLength(3)
    expect(atomsOf({ all: [{ any: [] }] })).toEqual([])
  })
})
