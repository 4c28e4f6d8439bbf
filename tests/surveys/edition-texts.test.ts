import { describe, expect, it } from 'vitest'
import { editionTexts, isProse, type Condition, type Questionnaire } from '#surveys'
import { choice, form, writing } from './small-questionnaires.ts'

const easy: Condition = {
  any: ['8_9', '10_12', 'pns'].map(selected => ({ question: 'age', selected }))
}
const old: Condition = { question: 'age', selected: '18_24' }
const words = (standard: string, plain?: string) => ({
  standard: { en: standard },
  ...(plain !== undefined && { easy: { en: plain } })
})
const questionnaire: Questionnaire = {
  ...form(
    { id: 'first', items: [{ ...choice('age', ['8_9', '10_12', '13_15', '18_24']), profile: 'age_band' }] },
    {
      id: 'second',
      title: words('Section', 'Plain section'),
      items: [
        { kind: 'note', id: 'note', text: words('For old', 'Never read'), showWhen: old },
        { ...writing('both'), text: words('Question', 'Plain question'), hint: words('Hint') },
        { ...choice('other', ['a']), text: words('For others'), showWhen: { not: easy } }
      ]
    }
  ),
  title: words('Title')
}

describe('what readers of an edition read', () => {
  it('are easy words where there are any, of what their ages are asked', () => {
    expect(editionTexts(questionnaire, 'en', 'easy').map(({ text }) => text)).toEqual([
      'Title',
      'Plain section',
      'Plain question',
      'Hint'
    ])
  })

  it('are standard words of what any of their ages is asked, in the order of the form', () => {
    expect(editionTexts(questionnaire, 'en', 'standard').map(({ text }) => text)).toEqual([
      'Title',
      'Section',
      'For old',
      'Question',
      'Hint',
      'For others',
      'a'
    ])
  })

  it('are sentences but for titles and options', () => {
    const prose = editionTexts(questionnaire, 'en', 'standard').filter(isProse)
    expect(prose.map(({ at, kind }) => `${kind} ${at}`)).toEqual([
      'note note',
      'question both',
      'hint both',
      'question other'
    ])
  })

  it('cannot be read in a language that is not there', () => {
    expect(() => editionTexts(questionnaire, 'fr', 'easy')).toThrow(RangeError)
  })
})
