import { describe, expect, it } from 'vitest'
import { languages } from '#locales'
import { signsOfHarm, vocabularyOf, wordLists } from '#surveys'
import { sentences } from './sentences/index.ts'

const everyList = vocabularyOf(Object.values(wordLists))

describe.each(languages)('somebody who writes in %s', language => {
  const { harm, noHarm, personal, notPersonal } = sentences[language]
  const own = vocabularyOf([wordLists[language]])

  it.each(harm)('is offered help for “%s”', text => {
    expect(signsOfHarm(text, own)).toBe(true)
    expect(signsOfHarm(`${text}\n${noHarm[0]}`, own)).toBe(true)
  })

  it.each([...noHarm, ...notPersonal, ...personal.map(([text]) => text)])(
    'is not, whichever lists are there, for “%s”',
    text => {
      expect(signsOfHarm(text, everyList)).toBe(false)
    }
  )
})

describe('help is offered', () => {
  it.each([
    ['I WANT TO DIE!!!', 'en'],
    ['i want to... die', 'en'],
    ['I want   to\tdie', 'en'],
    ['i  dont  wanna  live', 'en'],
    ['J’AI ENVIE DE MOURIR', 'fr'],
    ["j'ai envie de mourir", 'fr'],
    ['jai envie de mourir', 'fr'],
    ['Il m´a frappée', 'fr'],
    ['quiero morir', 'es'],
    ['QUIERO MORIR', 'es'],
    ['me pegó mi papá, mi papá me pegó', 'es'],
    ['Хочу умереть', 'ru'],
    ['ХОЧУ УМЕРЕТЬ', 'ru'],
    ['أُرِيدُ أَنْ أَمُوت', 'ar'],
    ['أريـــد أن أمــوت', 'ar'],
    ['وأريد أن أموت', 'ar'],
    ['ابی يضربنی', 'ar'],
    ['我……想死', 'zh'],
    ['有時候我想自殺', 'zh']
  ] as const)('however it is written: “%s”', (text, language) => {
    expect(signsOfHarm(text, vocabularyOf([wordLists[language]]))).toBe(true)
  })

  it('for what is said beside something harmless', () => {
    const own = vocabularyOf([wordLists.en])
    expect(signsOfHarm('I nearly died laughing. But at night I want to die.', own)).toBe(true)
  })

  it('not for words that only two sentences make together', () => {
    expect(signsOfHarm('That is what I want. To die is sad.', vocabularyOf([wordLists.en]))).toBe(false)
  })

  it('in another language than the page’s, when its list is there', () => {
    const both = vocabularyOf([wordLists.fr, wordLists.en])
    expect(signsOfHarm('he hits me', both)).toBe(true)
    expect(signsOfHarm('he hits me', vocabularyOf([wordLists.fr]))).toBe(false)
  })

  it('never without a list', () => {
    expect(signsOfHarm('I want to die', vocabularyOf([]))).toBe(false)
  })
})
