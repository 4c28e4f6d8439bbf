import { factsOf, type Language } from './languages.ts'

/** A country as people of that language call it. @param country ISO 3166-1 alpha-2 */
export function countryName(country: string, language: Language): string {
  return new Intl.DisplayNames(factsOf(language).locale, { type: 'region' }).of(country) ?? country
}

/** A language as people of another call it. @param tag BCP 47 */
export function languageName(tag: string, language: Language): string {
  return new Intl.DisplayNames(factsOf(language).locale, { type: 'language' }).of(tag) ?? tag
}

/** In which order names stand in a list of that language. */
export function nameOrder(language: Language): (one: string, other: string) => number {
  return new Intl.Collator(factsOf(language).locale).compare
}
