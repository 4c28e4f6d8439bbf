import { describe, expect, it } from 'vitest'
import { languages, type Language } from '#locales'
import { conditionTexts, type Condition, type Questionnaire } from '#surveys'

const text = (words: string) => ({
  standard: Object.fromEntries(languages.map(language => [language, words]))
})
const options = ['a', 'b', 'c'].map(code => ({ code, text: text(code.toUpperCase()) }))
const questionnaire: Questionnaire = {
  title: text('Title'),
  sections: [
    {
      id: 'all',
      items: [
        { kind: 'single', id: 'one', text: text('One?'), options },
        { kind: 'multiple', id: 'two', text: text('Two?'), options },
        { kind: 'number', id: 'many', text: text('Many?'), minimum: 0, maximum: 9 }
      ]
    }
  ]
}
const is = (question: string, selected: string): Condition => ({ question, selected })

/** Without what keeps directions apart: it is not seen. */
const inWords = (condition: Condition, language: Language) =>
  conditionTexts(questionnaire, language)(condition).replace(/[\u2066-\u2069]/g, '')

describe('a condition in the words of the questionnaire', () => {
  it.each<[string, Condition]>([
    ['the answer to “One?” is “A”', is('one', 'a')],
    ['the answer to “One?” is not “A”', { not: is('one', 'a') }],
    ['the answer to “One?” is “Did not know”', is('one', 'dk')],
    ['“One?” was answered', { question: 'one', answered: true }],
    ['“One?” was not answered', { not: { question: 'one', answered: true } }],
    ['the number given for “Many?” is at least 3', { question: 'many', compare: '>=', number: 3 }],
    [
      'this does not hold: (the number given for “Many?” is below 3)',
      { not: { question: 'many', compare: '<', number: 3 } }
    ],
    ['the answer to “One?” is one of these: “A” and “B”', { any: [is('one', 'a'), is('one', 'b')] }],
    [
      'the answer to “One?” is none of these: “A” and “B”',
      { not: { any: [is('one', 'a'), is('one', 'b')] } }
    ],
    [
      'the answer to “One?” is “A”, or the answer to “Two?” is “B”',
      { any: [is('one', 'a'), is('two', 'b')] }
    ],
    [
      '(the answer to “One?” is “A”, or the answer to “Two?” is “B”), and “Many?” was answered',
      { all: [{ any: [is('one', 'a'), is('two', 'b')] }, { question: 'many', answered: true }] }
    ],
    ['the answer to “One?” is “A”', { all: [is('one', 'a')] }],
    ['always', { all: [] }],
    ['never', { any: [] }]
  ])('reads: %s', (words, condition) => {
    expect(inWords(condition, 'en')).toBe(words)
  })

  it.each<[Language, string]>([
    ['ar', 'الإجابة عن «One?» هي «A»، وكذلك لا توجد إجابة عن «Two?»'],
    ['zh', '对“One?”的回答是“A”，并且没有回答“Two?”'],
    [
      'fr',
      'la réponse à «\u00a0One?\u00a0» est «\u00a0A\u00a0», et il n’y a pas de réponse à «\u00a0Two?\u00a0»'
    ],
    ['ru', 'на вопрос «One?» дан ответ «A», и при этом на вопрос «Two?» нет ответа'],
    ['es', 'la respuesta a «One?» es «A», y además no se respondió a «Two?»']
  ])('reads in %s: %s', (language, words) => {
    const condition: Condition = { all: [is('one', 'a'), { not: { question: 'two', answered: true } }] }
    expect(inWords(condition, language)).toBe(words)
  })

  it('is an error for a question that is not there', () => {
    expect(() => inWords(is('none', 'a'), 'en')).toThrow('no question none')
  })
})
