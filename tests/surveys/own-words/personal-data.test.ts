import { describe, expect, it } from 'vitest'
import { languages } from '#locales'
import { personalDataIn, vocabularyOf, wordLists } from '#surveys'
import { sentences } from './sentences/index.ts'

const everyList = vocabularyOf(Object.values(wordLists))

describe.each(languages)('what somebody writes in %s', language => {
  const { personal, notPersonal, harm, noHarm } = sentences[language]
  const own = vocabularyOf([wordLists[language]])

  it.each(personal)('tells who they are: “%s”', (text, ...kinds) => {
    expect(personalDataIn(text, own).sort()).toEqual([...kinds].sort())
  })

  it.each([...notPersonal, ...harm, ...noHarm])('does not, whichever lists are there: “%s”', text => {
    expect(personalDataIn(text, everyList)).toEqual([])
  })
})

describe('without a list', () => {
  const none = vocabularyOf([])

  it.each([
    ['nina@example.org', 'email'],
    ['+41 79 555 01 23', 'phone'],
    ['@nina_rose', 'handle']
  ])('%s is still seen', (text, kind) => {
    expect(personalDataIn(text, none)).toEqual([kind])
  })

  it.each([
    '@everyone listen',
    'we meet @ home',
    '1.2.3.4.5.6.7.8',
    '2010/2011/2012',
    '100 000 000',
    '15-03-2010',
    '12345678',
    '7 8 9 10 11 12'
  ])('nothing is seen in “%s”', text => {
    expect(personalDataIn(text, none)).toEqual([])
  })
})
