import { describe, expect, it } from 'vitest'
import { factsOf, isLanguage, languages } from '#locales'

describe('the six languages', () => {
  it('stand in the order in which the United Nations lists them', () => {
    expect(languages).toEqual(['ar', 'zh', 'en', 'fr', 'ru', 'es'])
  })

  it.each(languages)('%s is known to this Node with its plurals, numbers and dates', language => {
    const { locale, tag } = factsOf(language)
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag])
    for (const supported of [
      Intl.PluralRules.supportedLocalesOf([locale]),
      Intl.NumberFormat.supportedLocalesOf([locale]),
      Intl.DateTimeFormat.supportedLocalesOf([locale]),
      Intl.ListFormat.supportedLocalesOf([locale])
    ]) {
      expect(supported).toHaveLength(1)
    }
  })

  it.each(languages)('%s is called by its own name in the list of languages', language => {
    const { ownName, tag } = factsOf(language)
    const known = new Intl.DisplayNames(tag, { type: 'language' }).of(language) ?? ''
    expect(ownName.toLocaleLowerCase(tag)).toBe(known.toLocaleLowerCase(tag))
  })

  it('are written from the right in Arabic alone', () => {
    expect(languages.filter(language => factsOf(language).dir === 'rtl')).toEqual(['ar'])
  })

  it.each(['de', 'EN', 'en-GB', '', '__proto__', 'length', undefined, null, 0, ['en']])(
    '%j is none of them',
    value => {
      expect(isLanguage(value)).toBe(false)
    }
  )
})
