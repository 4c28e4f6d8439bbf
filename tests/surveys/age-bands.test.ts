import { describe, expect, it } from 'vitest'
import {
  ageBands,
  bandsOffered,
  editionFor,
  questionnaireFor,
  questionsOf,
  type Condition,
  type Questionnaire,
  type SingleQuestion
} from '#surveys'
import { words } from '../support/sample-questionnaire.ts'
import { asking as form, choice, writing } from './small-questionnaires.ts'

function asking(codes: string[], more: Partial<SingleQuestion> = {}): Questionnaire {
  const options = codes.map(code => ({ code, text: words(code) }))
  const age: SingleQuestion = { kind: 'single', id: 'age', text: words('Age'), options, ...more }
  return { title: words('T'), sections: [{ id: 's', items: [age] }] }
}

describe('the edition', () => {
  it('has easy words up to twelve and for whoever prefers not to say', () => {
    expect(ageBands.map(band => [band, editionFor(band)])).toEqual([
      ['8_9', 'easy'],
      ['10_12', 'easy'],
      ['13_15', 'standard'],
      ['16_17', 'standard'],
      ['18_24', 'standard'],
      ['pns', 'easy']
    ])
  })
})

describe('the age bands on the landing page', () => {
  it('begin at 13 where anybody can enter', () => {
    expect(bandsOffered(asking(['a', 'b']))).toEqual(['13_15', '16_17', '18_24', 'pns'])
    expect(bandsOffered(asking(['a', 'b']), 10)).toEqual(['10_12', '13_15', '16_17', '18_24', 'pns'])
    expect(bandsOffered(asking(['a', 'b']), 8)).toEqual([...ageBands])
  })

  it('are those that the age question has as answers', () => {
    const question = { profile: 'age_band' } as const
    expect(bandsOffered(asking(['8_9', '10_12', '13_15', '16_17'], question))).toEqual([
      '13_15',
      '16_17',
      'pns'
    ])
    expect(bandsOffered(asking(['18_24'], { ...question, preferNotToSay: false }))).toEqual(['18_24'])
  })
})

describe('the questionnaire for an age', () => {
  const age: SingleQuestion = { ...choice('age', ['10_12', '13_15']), profile: 'age_band' }
  const easy: Condition = {
    any: [
      { question: 'age', selected: '10_12' },
      { question: 'age', selected: 'pns' }
    ]
  }
  const questionnaire = form(
    age,
    { ...writing('for_young'), showWhen: easy },
    { ...writing('for_old'), showWhen: { not: easy } }
  )
  const idsFor = (band: (typeof ageBands)[number]) =>
    questionsOf(questionnaireFor(questionnaire, band)).map(question => question.id)

  it.each([
    ['10_12', 'for_young'],
    ['pns', 'for_young'],
    ['13_15', 'for_old']
  ] as const)('has the age %s answered', (band, question) => {
    expect(idsFor(band)).toEqual(['age', question])
  })

  it('is the same object every time, so that it is worked out once', () => {
    expect(questionnaireFor(questionnaire, 'pns')).toBe(questionnaireFor(questionnaire, 'pns'))
  })

  it('is all of it where no age is asked', () => {
    const ageless = form(writing('anything'))
    expect(questionnaireFor(ageless, '13_15')).toEqual(ageless)
  })
})
