import { isLanguage, type Language } from '#locales'
import { Mistake } from './mistake.ts'

/** The language a command was asked for; the consultation's first where none was. @throws Mistake for any other */
export function languageNamed(
  { slug, languages }: { readonly slug: string; readonly languages: readonly Language[] },
  given: string | undefined
): Language {
  const language = given ?? languages[0]
  if (isLanguage(language) && languages.includes(language)) return language
  const params = { language: given ?? '', slug, languages: languages.join(', ') }
  throw new Mistake([{ at: '--language', code: 'consultation.notInLanguage', params }])
}
