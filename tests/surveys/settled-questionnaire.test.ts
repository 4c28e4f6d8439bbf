import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { questionsOf, readAnswers, shapesOf, type Answer, type Condition, type Question } from '#surveys'
import { read } from '#surveys/browser'
import { checkReach } from '../../surveys/checks/reach.ts'
import { settledQuestionnaire } from '../../surveys/settled-questionnaire.ts'
import { anythingGivenTo, givenTo, questionnaires } from '../support/questionnaires.ts'
import { words } from '../support/sample-questionnaire.ts'
import { asking, choice, form, writing } from './small-questionnaires.ts'

const young: Condition = { question: 'age', selected: 'a' }
const old: Condition = { question: 'age', selected: 'b' }
const saidYes: Condition = { question: 'upset', selected: 'a' }
const known = new Map<string, Answer>([['age', { state: 'answered', codes: ['a'] }]])
const age = choice('age')
const upset = choice('upset')

const rest = (...items: Question[]) =>
  questionsOf(settledQuestionnaire(asking(age, ...items), known)).map(({ id, showWhen }) => [id, showWhen])

describe('what is left of a questionnaire once the age is known', () => {
  it('has the questions for that age, which wait for nothing any more', () => {
    expect(rest({ ...upset, showWhen: young }, { ...writing('why'), showWhen: old })).toEqual([
      ['age', undefined],
      ['upset', undefined]
    ])
  })

  it('has not what hangs on a question that is left out, over several steps', () => {
    const left = rest(
      { ...upset, showWhen: old },
      { ...choice('told'), showWhen: saidYes },
      { ...writing('why'), showWhen: { any: [{ question: 'told', answered: true }, old] } }
    )
    expect(left).toEqual([['age', undefined]])
  })

  it('keeps of a condition what is still to be answered', () => {
    const left = rest(upset, { ...writing('why'), showWhen: { all: [{ not: old }, saidYes] } })
    expect(left).toEqual([
      ['age', undefined],
      ['upset', undefined],
      ['why', saidYes]
    ])
  })

  it('has not what only answers that exclude one another would lead to', () => {
    const saidNo: Condition = { question: 'upset', selected: 'b' }
    const left = rest(
      upset,
      { ...choice('told'), showWhen: { any: [old, { all: [saidYes, saidNo] }] } },
      { ...writing('why'), showWhen: { any: [{ question: 'told', answered: true }, saidYes] } }
    )
    expect(left).toEqual([
      ['age', undefined],
      ['upset', undefined],
      ['why', saidYes]
    ])
  })

  it('settles nothing by an answer to a question that is itself only asked of some', () => {
    const questionnaire = asking(upset, { ...age, showWhen: saidYes }, { ...writing('why'), showWhen: young })
    expect(settledQuestionnaire(questionnaire, known)).toEqual(questionnaire)
  })

  it('has no section without items, and sections, notes and titles as they were', () => {
    const note = { kind: 'note', id: 'n', text: words('N'), showWhen: young } as const
    const questionnaire = form(
      { id: 'first', items: [age] },
      { id: 'old', title: words('Only for others'), showWhen: old, items: [upset] },
      { id: 'each', title: words('Each for others'), items: [{ ...choice('told'), showWhen: old }] },
      { id: 'young', title: words('For them'), showWhen: young, items: [note, writing('why')] }
    )
    expect(settledQuestionnaire(questionnaire, known).sections).toEqual([
      { id: 'first', items: [age] },
      {
        id: 'young',
        title: words('For them'),
        items: [{ kind: 'note', id: 'n', text: words('N') }, writing('why')]
      }
    ])
  })

  it('is all of it where nothing is known and everything can be shown', () => {
    const questionnaire = asking(age, { ...upset, showWhen: young })
    expect(settledQuestionnaire(questionnaire, new Map())).toEqual(questionnaire)
  })
})

const cases = questionnaires.chain(questionnaire =>
  fc.record({
    questionnaire: fc.constant(questionnaire),
    first: givenTo(questionnaire),
    given: fc.oneof(givenTo(questionnaire), anythingGivenTo(questionnaire)),
    knownIds: fc.subarray(questionsOf(questionnaire).map(question => question.id))
  })
)

describe('the route through what is left of a questionnaire', () => {
  it('gives the same answers and problems as the whole of it, and leaves out only what is not shown', () => {
    fc.assert(
      fc.property(cases, ({ questionnaire, first, given, knownIds }) => {
        const { known, filled } = knowing(knownIds, first, given, shapesOf(questionnaire))
        const left = shapesOf(settledQuestionnaire(questionnaire, known))
        const there = new Set(left.map(shape => shape.id))
        const whole = readAnswers(shapesOf(questionnaire), filled)
        const short = readAnswers(left, filled)
        expect(short.ok ? [] : short.problems).toEqual(whole.ok ? [] : whole.problems)
        if (!whole.ok || !short.ok) return
        expect(short.value).toEqual(new Map([...whole.value].filter(([id]) => there.has(id))))
        const away = [...whole.value].filter(([id]) => !there.has(id)).map(([, answer]) => answer.state)
        expect(new Set(away)).toEqual(new Set(away.length === 0 ? [] : ['not_shown']))
      }),
      { numRuns: 1000 }
    )
  })

  it('can lead to everything that is left, and to nothing less when it is settled again', () => {
    fc.assert(
      fc.property(cases, ({ questionnaire, first, given, knownIds }) => {
        const { known } = knowing(knownIds, first, given, shapesOf(questionnaire))
        const left = settledQuestionnaire(questionnaire, known)
        expect(checkReach(left)).toEqual([])
        expect(settledQuestionnaire(left, known)).toEqual(left)
      }),
      { numRuns: 300 }
    )
  })
})

/** Some answers as known beforehand, and a whole form in which they are given. */
function knowing(
  ids: readonly string[],
  first: ReadonlyMap<string, readonly string[]>,
  given: ReadonlyMap<string, readonly string[]>,
  shapes: ReturnType<typeof shapesOf>
) {
  const known = new Map<string, Answer>()
  for (const shape of shapes.filter(({ id }) => ids.includes(id))) {
    const answer = read(shape, first.get(shape.id) ?? [])
    if (answer.ok) known.set(shape.id, answer.value)
  }
  return { known, filled: new Map([...given, ...[...first].filter(([id]) => known.has(id))]) }
}
