import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shapesOf, type Answer, type Answers, type Questionnaire, type Shape } from '#surveys'
import { read, walk } from '#surveys/browser'
import { anythingGivenTo, givenTo, questionnaires } from '../support/questionnaires.ts'
import { options, words } from '../support/sample-questionnaire.ts'

const twoFillings = questionnaires.chain(questionnaire =>
  fc.record({
    shapes: fc.constant(shapesOf(questionnaire)),
    first: fc.oneof(givenTo(questionnaire), anythingGivenTo(questionnaire)),
    second: givenTo(questionnaire)
  })
)

describe('the route', () => {
  it('is the same when it is walked again', () => {
    fc.assert(
      fc.property(twoFillings, ({ shapes, first }) => {
        const walked = walk(shapes, answersOf(shapes, first))
        expect(walk(shapes, walked)).toEqual(walked)
      })
    )
  })

  it('does not depend on answers off the route', () => {
    fc.assert(
      fc.property(twoFillings, ({ shapes, first, second }) => {
        const walked = walk(shapes, answersOf(shapes, first))
        const others = answersOf(shapes, second)
        const changed = new Map(
          shapes.map(({ id }): [string, Answer] => [
            id,
            (walked.get(id)?.state === 'not_shown' ? others.get(id) : walked.get(id)) ?? { state: 'skipped' }
          ])
        )
        expect(walk(shapes, changed)).toEqual(walked)
      }),
      { numRuns: 300 }
    )
  })

  it('keeps the answers on it as they are and says of every question what became of it', () => {
    fc.assert(
      fc.property(twoFillings, ({ shapes, first }) => {
        const answers = answersOf(shapes, first)
        const walked = walk(shapes, answers)
        expect([...walked.keys()]).toEqual(shapes.map(shape => shape.id))
        for (const [id, answer] of walked) {
          if (answer.state !== 'not_shown') expect(answer).toEqual(answers.get(id))
        }
      })
    )
  })

  it('closes behind an answer that was taken back, also two questions on', () => {
    const chain: Shape[] = [
      { kind: 'single', id: 'a', options: options(2) },
      { kind: 'single', id: 'b', options: options(2), showWhen: { question: 'a', selected: 'o0' } },
      { kind: 'single', id: 'c', options: options(2), showWhen: { question: 'b', selected: 'o0' } }
    ]
    const chose = (code: string): Answer => ({ state: 'answered', codes: [code] })
    const all = (first: string) =>
      new Map([
        ['a', chose(first)],
        ['b', chose('o0')],
        ['c', chose('o1')]
      ])
    expect(states(walk(chain, all('o0')))).toEqual(['answered', 'answered', 'answered'])
    expect(states(walk(chain, all('o1')))).toEqual(['answered', 'not_shown', 'not_shown'])
  })

  it('shows a question again as skipped when its answer was that it is not shown', () => {
    const shapes: Shape[] = [{ kind: 'single', id: 'a', options: options(2) }]
    expect(walk(shapes, new Map([['a', { state: 'not_shown' }]]))).toEqual(
      new Map([['a', { state: 'skipped' }]])
    )
  })
})

describe('the shapes of a questionnaire', () => {
  it('join the condition of a section to that of each of its questions, and leave out paragraphs', () => {
    const outer = { question: 'a', selected: 'o0' }
    const inner = { question: 'a', answered: true } as const
    const questionnaire: Questionnaire = {
      title: words('Title'),
      sections: [
        { id: 's', items: [{ kind: 'single', id: 'a', text: words('A'), options: options(2) }] },
        {
          id: 't',
          showWhen: outer,
          items: [
            { kind: 'note', id: 'n', text: words('N') },
            { kind: 'short_text', id: 'b', text: words('B') },
            { kind: 'long_text', id: 'c', text: words('C'), atMost: 9, showWhen: inner }
          ]
        }
      ]
    }
    expect(shapesOf(questionnaire)).toEqual([
      { kind: 'single', id: 'a', options: [{ code: 'o0' }, { code: 'o1' }] },
      { kind: 'short_text', id: 'b', showWhen: outer },
      { kind: 'long_text', id: 'c', atMost: 9, showWhen: { all: [outer, inner] } }
    ])
  })

  it('hold none of the texts, so that a page stays small', () => {
    fc.assert(
      fc.property(questionnaires, questionnaire => {
        expect(JSON.stringify(shapesOf(questionnaire))).not.toContain('"standard"')
      })
    )
  })
})

function answersOf(shapes: readonly Shape[], given: ReadonlyMap<string, readonly string[]>): Answers {
  return new Map(
    shapes.map((shape): [string, Answer] => {
      const parsed = read(shape, given.get(shape.id) ?? [])
      return [shape.id, parsed.ok ? parsed.value : { state: 'skipped' }]
    })
  )
}

function states(answers: Answers): string[] {
  return [...answers.values()].map(answer => answer.state)
}
