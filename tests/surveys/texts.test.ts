import { describe, expect, it } from 'vitest'
import { textsOf, wordsFor, type Questionnaire, type Wording } from '#surveys'
import { words } from '../support/sample-questionnaire.ts'

describe('a text', () => {
  const wording: Wording = {
    standard: { en: 'Digital literacy', fr: 'Culture numérique', es: 'Alfabetización digital' },
    easy: { en: 'Knowing your way round online', es: ' ' }
  }

  it('is in easy words for those who need them', () => {
    expect(wordsFor(wording, 'en', 'easy')).toBe('Knowing your way round online')
    expect(wordsFor(wording, 'en', 'standard')).toBe('Digital literacy')
  })

  it('is in standard words where there are no easy ones', () => {
    expect(wordsFor(wording, 'fr', 'easy')).toBe('Culture numérique')
    expect(wordsFor(words('Title'), 'en', 'easy')).toBe('Title')
  })

  it('is not empty because somebody left the easy words blank', () => {
    expect(wordsFor(wording, 'es', 'easy')).toBe('Alfabetización digital')
  })

  it('never comes in another language instead', () => {
    expect(() => wordsFor(wording, 'ar', 'standard')).toThrow(RangeError)
    expect(() => wordsFor(wording, 'ar', 'easy')).toThrow('no ar words for “Digital literacy”')
  })
})

describe('the texts of a questionnaire', () => {
  it('are all there, in the order of the form, each with its place', () => {
    const questionnaire: Questionnaire = {
      title: words('1'),
      introduction: words('2'),
      sections: [
        {
          id: 's',
          title: words('3'),
          items: [
            { kind: 'note', id: 'n', text: words('4') },
            {
              kind: 'single',
              id: 'q',
              text: words('5'),
              hint: words('6'),
              options: [
                { code: 'a', text: words('7') },
                { code: 'b', text: words('8') }
              ]
            },
            { kind: 'number', id: 'm', text: words('9'), minimum: 0, maximum: 9, unit: words('10') },
            { kind: 'long_text', id: 't', text: words('11') }
          ]
        },
        { id: 'untitled', items: [] }
      ]
    }
    expect(
      textsOf(questionnaire).map(({ at, kind, wording }) => `${wording.standard.en} ${kind} ${at}`)
    ).toEqual([
      '1 title title',
      '2 introduction introduction',
      '3 section s',
      '4 note n',
      '5 question q',
      '6 hint q',
      '7 option q / a',
      '8 option q / b',
      '9 question m',
      '10 unit m',
      '11 question t'
    ])
  })
})
