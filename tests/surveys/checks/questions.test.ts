import { describe, expect, it } from 'vitest'
import { profileCodes, type Question } from '#surveys'
import { checkCodes } from '../../../surveys/checks/codes.ts'
import { checkQuestions } from '../../../surveys/checks/questions.ts'
import { asking, choice, form, multiple, number, ranking, writing } from '../small-questionnaires.ts'

const codesOf = (...items: Question[]) =>
  checkQuestions(asking(...items)).map(({ at, code }) => `${at} ${code}`)

describe('a question by itself', () => {
  it.each<[string, Question]>([
    ['a multiple choice of one, to tick or not', multiple('q', 1)],
    ['as many as there are options', { ...multiple('q', 3), atMost: 3 }],
    ['a ranking of all', ranking('q', 3, 3)],
    ['a number with one value', number('q', 4, 4)],
    ['250 options', multiple('q', 250)],
    ['all countries', { ...choice('q', profileCodes.country), profile: 'country' }],
    ['an open question', writing('q')]
  ])('may have %s', (_, question) => {
    expect(codesOf(question)).toEqual([])
  })

  it('tells several problems at once', () => {
    const scale: Question = { ...choice('q', ['yes', 'maybe']), kind: 'scale', profile: 'disability' }
    expect(codesOf(scale, { ...ranking('r', 1, 2), profile: 'disability' })).toEqual([
      'q check.profileCodes',
      'q check.profileKind',
      'r check.oneOption',
      'r check.profileCodes',
      'r check.profileKind',
      'r check.moreThanOptions',
      'r check.profileTwice'
    ])
  })

  it('may be one of 200 but not of 201', () => {
    const questions = (count: number) => Array.from({ length: count }, (_, n) => writing(`q${n}`))
    expect(codesOf(...questions(200))).toEqual([])
    expect(codesOf(...questions(201))).toEqual(['questionnaire check.tooManyQuestions'])
  })
})

describe('ids and codes', () => {
  it('are told of once however often they come', () => {
    const problems = checkCodes(
      form(
        { id: 'x', items: [choice('x'), { kind: 'note', id: 'x', text: { standard: {} } }, choice('y')] },
        { id: 'y', items: [] }
      )
    )
    expect(problems).toEqual([
      { at: 'x', code: 'check.idTwice', params: { id: 'x' } },
      { at: 'y', code: 'check.idTwice', params: { id: 'y' } }
    ])
  })

  it('may repeat from one question to the next, and differ in capitals only', () => {
    expect(checkCodes(asking(choice('q', ['a', 'A']), choice('Q', ['a', 'A'])))).toEqual([])
  })

  it.each(['dk', 'pns', 'skipped', 'not_shown', 'not_given'])(
    'cannot be %s, which has a meaning already',
    code => {
      expect(checkCodes(asking(choice('q', ['a', code])))).toEqual([
        { at: `q / ${code}`, code: 'check.codeReserved', params: { code } }
      ])
    }
  )
})
