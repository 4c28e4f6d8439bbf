import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages } from '#locales'
import { personalDataIn, signsOfHarm, vocabularyOf, wordLists } from '#surveys'
import { longestLook, plain, words } from '../../../surveys/own-words/folded.ts'
import { sentences } from './sentences/index.ts'

const everyList = vocabularyOf(Object.values(wordLists))
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom('0', '1', ' ', '-', '.', '@', '#', '(', '+', 'a', '_', 'ي', '我'),
    maxLength: 80
  })
)
const harmful = fc.constantFrom(...languages.flatMap(language => sentences[language].harm))
const unsuspicious = fc.constantFrom(...languages.flatMap(language => sentences[language].noHarm))

describe('own words', () => {
  it('are looked at without a fault, whatever was written', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(typeof signsOfHarm(text, everyList)).toBe('boolean')
        expect(Array.isArray(personalDataIn(text, everyList))).toBe(true)
      })
    )
  })

  it('mean the same in capitals, with vowel signs and with what cannot be seen', () => {
    fc.assert(
      fc.property(
        harmful,
        fc.constantFrom('\u200b', '\u2067', '\u064e', '\u0301', '\u200d'),
        (text, sign) => {
          const marked = [...text.toUpperCase()].join(sign)
          expect(signsOfHarm(marked, everyList)).toBe(signsOfHarm(text, everyList))
        }
      )
    )
  })

  it('mean the same wherever they stand among other sentences', () => {
    fc.assert(
      fc.property(fc.array(unsuspicious, { maxLength: 4 }), harmful, fc.nat(4), (around, text, at) => {
        const all = [...around.slice(0, at), text, ...around.slice(at)].join('\n')
        expect(signsOfHarm(all, everyList)).toBe(true)
      })
    )
  })

  it('stay without a sign when sentences without one stand side by side', () => {
    fc.assert(
      fc.property(fc.array(unsuspicious, { maxLength: 5 }), around => {
        expect(signsOfHarm(around.join('\n'), everyList)).toBe(false)
      })
    )
  })

  it('hold the same number in whichever digits it is written', () => {
    const zeros = ['٠', '۰', '０']
    const number = fc.string({ unit: fc.constantFrom(...'0123456789 -'), maxLength: 20 })
    fc.assert(
      fc.property(number, fc.constantFrom(...zeros), (text, zero) => {
        const other = text.replace(/\d/g, digit => String.fromCharCode(zero.charCodeAt(0) + Number(digit)))
        expect(personalDataIn(other, everyList)).toEqual(personalDataIn(text, everyList))
      })
    )
  })
})

describe('a text of a hundred thousand characters', () => {
  const pieces = [
    'a',
    'a ',
    '1',
    '1 ',
    '(1',
    '1.',
    'a@',
    '@',
    '#1',
    '.',
    ' ',
    '\n',
    '_',
    'aab',
    'ﷺ',
    'e\u0301',
    'insta ',
    'my insta aaa ',
    'i want to ',
    'he wants me ',
    'told me ',
    '他 ',
    '爸他',
    '我被',
    '把我',
    'بالولل ',
    'ابي يريد ',
    'он меня ',
    'просит ',
    'me pide ',
    'il me demande '
  ]
  it.each(pieces)('of “%s” is looked at as far as anybody can send, and no further', piece => {
    const text = `insta ${piece.repeat(Math.ceil(100_000 / piece.length))}@`
    const seen = text.slice(0, longestLook)
    expect(plain(text).length).toBeLessThanOrEqual(longestLook)
    // Every character makes three at the most: a full stop with a space on either side.
    expect(words(plain(text)).length).toBeLessThanOrEqual(3 * longestLook + 6)
    expect(signsOfHarm(text, everyList)).toBe(signsOfHarm(seen, everyList))
    expect(personalDataIn(text, everyList)).toEqual(personalDataIn(seen, everyList))
  })
})
