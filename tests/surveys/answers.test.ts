import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAnswers, shapesOf, type Answer, type Answers, type Questionnaire, type Shape } from '#surveys'
import { read, walk, type Given, type Problem } from '#surveys/browser'
import { anythingGivenTo, givenTo, naughtyText, questionnaires } from '../support/questionnaires.ts'
import { options } from '../support/sample-questionnaire.ts'

const filledIn = questionnaires.chain(questionnaire =>
  fc.tuple(fc.constant(questionnaire), fc.oneof(givenTo(questionnaire), anythingGivenTo(questionnaire)))
)
const helped: Shape = { kind: 'single', id: 'helped', options: options(2) }
const byWhom: Shape = {
  kind: 'multiple',
  id: 'by_whom',
  options: options(3),
  showWhen: { question: 'helped', selected: 'o0' }
}

describe('a filled-in form', () => {
  it('is read without throwing, whatever it holds, and answers or problems come out', () => {
    fc.assert(
      fc.property(filledIn, ([questionnaire, given]) => {
        const shapes = shapesOf(questionnaire)
        const parsed = readAnswers(shapes, given)
        const ids = shapes.map(shape => shape.id)
        if (parsed.ok) expect([...parsed.value.keys()]).toEqual(ids)
        else expect(ids).toEqual(expect.arrayContaining(parsed.problems.map(problem => problem.at)))
      }),
      { numRuns: 500 }
    )
  })

  it('is read the same in the browser as on the server', () => {
    fc.assert(
      fc.property(filledIn, ([questionnaire, given]) => {
        const onServer = readAnswers(shapesOf(questionnaire), given)
        const inBrowser = readInBrowser(questionnaire, given)
        expect(inBrowser.problems).toEqual(onServer.ok ? [] : onServer.problems)
        if (onServer.ok) expect(inBrowser.answers).toEqual(onServer.value)
      }),
      { numRuns: 500 }
    )
  })

  it('keeps apart who answered, did not know, would not say, skipped, and was not asked', () => {
    const shapes: Shape[] = ['a', 'b', 'c', 'd'].map(id => ({ kind: 'single', id, options: options(2) }))
    const shown: Shape = { kind: 'single', id: 'e', options: options(2), showWhen: { any: [] } }
    const given = new Map([
      ['a', ['o0']],
      ['b', ['dk']],
      ['c', ['pns']],
      ['e', ['o0']]
    ])
    expect(readAnswers([...shapes, shown], given)).toEqual({
      ok: true,
      value: new Map<string, Answer>([
        ['a', { state: 'answered', codes: ['o0'] }],
        ['b', { state: 'dk' }],
        ['c', { state: 'pns' }],
        ['d', { state: 'skipped' }],
        ['e', { state: 'not_shown' }]
      ])
    })
  })

  it('drops unread what was given off the route, also when it could not be read', () => {
    const given = new Map([
      ['helped', ['o1']],
      ['by_whom', ['nonsense', 'o1']]
    ])
    expect(readAnswers([helped, byWhom], given)).toEqual({
      ok: true,
      value: new Map<string, Answer>([
        ['helped', { state: 'answered', codes: ['o1'] }],
        ['by_whom', { state: 'not_shown' }]
      ])
    })
  })

  it('tells every problem on the route at once, each at its question', () => {
    const given = new Map([
      ['helped', ['o0', 'o1']],
      ['siblings', ['many']],
      ['own', ['12345']]
    ])
    const siblings: Shape = { kind: 'number', id: 'siblings', minimum: 0, maximum: 9 }
    const own: Shape = { kind: 'short_text', id: 'own', atMost: 4 }
    const parsed = readAnswers([helped, siblings, own], given)
    expect(parsed.ok ? [] : parsed.problems).toMatchObject([
      { at: 'helped', code: 'answer.onlyOne' },
      { at: 'siblings', code: 'answer.notWholeNumber' },
      { at: 'own', code: 'answer.tooLong' }
    ])
  })

  it('ignores questions that the form does not have', () => {
    fc.assert(
      fc.property(naughtyText, naughtyText, (id, value) => {
        fc.pre(id !== 'helped')
        expect(readAnswers([helped], new Map([[id, [value]]]))).toEqual({
          ok: true,
          value: new Map([['helped', { state: 'skipped' }]])
        })
      })
    )
  })

  it.each(['__proto__', 'constructor', 'hasOwnProperty'])('may ask a question called %s', id => {
    const first: Shape = { kind: 'single', id, options: [{ code: '__proto__' }, { code: 'constructor' }] }
    const then: Shape = {
      kind: 'number',
      id: 'then',
      minimum: 0,
      maximum: 9,
      showWhen: { question: id, answered: true }
    }
    expect(readAnswers([first, then], new Map([[id, ['constructor']]]))).toMatchObject({
      value: new Map<string, Answer>([
        [id, { state: 'answered', codes: ['constructor'] }],
        ['then', { state: 'skipped' }]
      ])
    })
    expect(readAnswers([first, then], new Map())).toMatchObject({
      value: new Map<string, Answer>([
        [id, { state: 'skipped' }],
        ['then', { state: 'not_shown' }]
      ])
    })
  })

  it('is read in reasonable time when a field comes a thousand times', () => {
    const shapes: Shape[] = [
      { kind: 'single', id: 'a', options: options(250) },
      { kind: 'multiple', id: 'b', options: options(250) },
      { kind: 'ranking', id: 'c', options: options(250), upTo: 5 },
      { kind: 'number', id: 'd', minimum: 0, maximum: 9 },
      { kind: 'long_text', id: 'e' }
    ]
    const given = new Map(shapes.map(({ id }) => [id, Array.from({ length: 1000 }, (_, n) => `o${n % 250}`)]))
    const started = performance.now()
    const parsed = readAnswers(shapes, given)
    expect(performance.now() - started).toBeLessThan(2_000)
    expect(parsed.ok ? [] : parsed.problems.map(problem => problem.code)).toEqual([
      'answer.onlyOne',
      'answer.rankedTwice',
      'answer.notWholeNumber',
      'answer.tooLong'
    ])
  })
})

/** As the respondent's script does it: shapes from the page's JSON, every question read, the route walked after. */
function readInBrowser(
  questionnaire: Questionnaire,
  given: Given
): { answers: Answers; problems: Problem[] } {
  const shapes: Shape[] = JSON.parse(JSON.stringify(shapesOf(questionnaire)))
  const parsed = new Map(shapes.map(shape => [shape.id, read(shape, given.get(shape.id) ?? [])]))
  const readable = [...parsed].flatMap(([id, result]) => (result.ok ? [[id, result.value] as const] : []))
  const answers = walk(shapes, new Map(readable))
  const problems = shapes.flatMap(({ id }) => {
    const result = parsed.get(id)
    return result?.ok === false && answers.get(id)?.state !== 'not_shown' ? result.problems : []
  })
  return { answers, problems }
}
