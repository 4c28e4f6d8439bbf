import { describe, expect, it } from 'vitest'
import { ageBands, bandsOffered, editionFor, type Questionnaire, type SingleQuestion } from '#surveys'
import { words } from '../support/sample-questionnaire.ts'

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
