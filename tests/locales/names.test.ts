import { describe, expect, it } from 'vitest'
import { countryName, languageName, nameOrder } from '#locales'

describe('names', () => {
  it.each([
    ['ar', 'مصر', 'الإسبانية'],
    ['zh', '埃及', '西班牙语'],
    ['en', 'Egypt', 'Spanish'],
    ['fr', 'Égypte', 'espagnol'],
    ['ru', 'Египет', 'испанский'],
    ['es', 'Egipto', 'español']
  ] as const)('of a country and a language are said in %s', (language, country, spanish) => {
    expect(countryName('EG', language)).toBe(country)
    expect(languageName('es', language)).toBe(spanish)
  })

  it('stand in the order of their language', () => {
    const inOrder = (names: string[], language: 'fr' | 'es' | 'zh') => names.toSorted(nameOrder(language))
    expect(inOrder(['Zambie', 'Égypte', 'Espagne'], 'fr')).toEqual(['Égypte', 'Espagne', 'Zambie'])
    expect(inOrder(['Omán', 'Ñandú', 'Níger'], 'es')).toEqual(['Níger', 'Ñandú', 'Omán'])
    expect(inOrder(['中国', '埃及', '法国'], 'zh')).toEqual(['埃及', '法国', '中国'])
  })
})
