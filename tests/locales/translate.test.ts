import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages, translator } from '#locales'
import { naughtyText } from '../support/questionnaires.ts'

const t = translator('en')

describe('a text of ours', () => {
  it('comes in the language that was asked for', () => {
    expect(t('results:state.dk')).toBe('Did not know')
    for (const language of languages) expect(translator(language)('chrome:name')).toBe('Earshot')
  })

  it('takes the plural form of the number', () => {
    const answers = (count: number) => t('chrome:home.responses', { count, number: count })
    expect([0, 1, 2, 21].map(answers)).toEqual(['0 answers', '1 answer', '2 answers', '21 answers'])
  })

  it.each([
    'chrome:nothing',
    'nothing:title',
    'chrome',
    '',
    'chrome:',
    'chrome:toString',
    'chrome:__proto__',
    'title'
  ])('is an error, not an empty place, when there is none: %j', key => {
    expect(() => t(key)).toThrow(RangeError)
  })

  it('is an error when the key names a group of texts', () => {
    expect(() => t('chrome:footer')).toThrow(RangeError)
  })

  it('is an error when nothing is given for a place in it', () => {
    expect(() => t('chrome:titled')).toThrow('nothing to fill in for {{title}}')
  })

  it('is filled in with what was given, as it is', () => {
    const given = fc.oneof(
      naughtyText,
      fc.constantFrom('$t(chrome:name)', '{{title}}', '$&', '<b>&amp;', '$1')
    )
    fc.assert(
      fc.property(given, title => {
        expect(t('chrome:titled', { title })).toBe(`${title} – Earshot`)
      })
    )
  })

  it('takes nought and an empty text as given', () => {
    expect(t('chrome:titled', { title: '' })).toBe(' – Earshot')
    expect(t('respond:form.charactersLeft', { number: 0 })).toBe('Characters left: 0')
  })
})
