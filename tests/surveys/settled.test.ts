import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { questionsOf, readAnswers, shapesOf, type Answer, type Condition } from '#surveys'
import { holds } from '#surveys/browser'
import { referencesOf } from '../../surveys/conditions.ts'
import { settled } from '../../surveys/settled.ts'
import { givenTo, questionnaires } from '../support/questionnaires.ts'

const young: Condition = { question: 'age', selected: 'young' }
const old: Condition = { question: 'age', selected: 'old' }
const upset: Condition = { question: 'upset', selected: 'yes' }
const told: Condition = { question: 'told', answered: true }
const hidden: Condition = { question: 'hidden', answered: true }
const known = new Map<string, Answer>([
  ['age', { state: 'answered', codes: ['young'] }],
  ['hidden', { state: 'not_shown' }]
])

describe('what is left of a condition once some answers are known', () => {
  it.each<[string, Condition, Condition | boolean]>([
    ['an answer that was given', young, true],
    ['another answer', old, false],
    ['not another answer', { not: old }, true],
    ['an answer to what is never shown', hidden, false],
    ['an answer that is not known', upset, upset],
    ['not an answer that is not known', { not: upset }, { not: upset }],
    ['all of nothing', { all: [] }, true],
    ['any of nothing', { any: [] }, false],
    ['all, one of them wrong', { all: [upset, old, told] }, false],
    ['all, one of them right', { all: [upset, young] }, upset],
    ['all, one of several right', { all: [upset, young, told] }, { all: [upset, told] }],
    ['all, each of them right', { all: [young, { not: old }] }, true],
    ['any, one of them right', { any: [upset, young, told] }, true],
    ['any, one of them wrong', { any: [upset, old] }, upset],
    ['any, one of several wrong', { any: [upset, old, told] }, { any: [upset, told] }],
    ['any, each of them wrong', { any: [old, hidden] }, false],
    ['none of several ages', { not: { any: [young, old] } }, false],
    [
      'parts within parts',
      { all: [{ any: [{ not: young }, { all: [young, upset] }] }, told] },
      { all: [upset, told] }
    ]
  ])('%s', (_, condition, left) => {
    expect(settled(condition, known)).toEqual(left)
  })
})

const cases = questionnaires.chain(questionnaire => {
  const ids = questionsOf(questionnaire).map(question => question.id)
  return fc.record({
    shapes: fc.constant(shapesOf(questionnaire)),
    given: givenTo(questionnaire),
    knownIds: fc.subarray(ids)
  })
})

describe('a condition and what is left of it', () => {
  it('turn out alike, however the other questions are answered', () => {
    fc.assert(
      fc.property(cases, ({ shapes, given, knownIds }) => {
        const answers = readAnswers(shapes, given)
        if (!answers.ok) throw new Error(JSON.stringify(answers.problems))
        const known = new Map([...answers.value].filter(([id]) => knownIds.includes(id)))
        for (const { showWhen } of shapes) {
          if (showWhen === undefined) continue
          const left = settled(showWhen, known)
          const truth = typeof left === 'boolean' ? left : holds(left, answers.value)
          expect(truth).toBe(holds(showWhen, answers.value))
        }
      }),
      { numRuns: 1000 }
    )
  })

  it('differ in that nothing is left about what is known', () => {
    fc.assert(
      fc.property(cases, ({ shapes, given, knownIds }) => {
        const answers = readAnswers(shapes, given)
        const known = new Map([...(answers.ok ? answers.value : [])].filter(([id]) => knownIds.includes(id)))
        for (const { showWhen } of shapes) {
          const left = showWhen === undefined || settled(showWhen, known)
          if (typeof left === 'boolean') continue
          expect(referencesOf(left).filter(id => known.has(id))).toEqual([])
          expect(settled(left, known)).toEqual(left)
        }
      }),
      { numRuns: 300 }
    )
  })
})
