/** The six official languages, in the order the United Nations lists them; the one list of languages in the house. */
export const languages = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const

export type Language = (typeof languages)[number]

/**
 * What a page needs to know of a language.
 *
 * `tag` goes into `<html lang>`; `locale` into `Intl`: Latin digits are pinned for Arabic, because plain `ar`
 * changed its digits between ICU versions. `letter` marks the language in the number of a United Nations document.
 */
export type LanguageFacts = {
  readonly tag: string
  readonly dir: 'ltr' | 'rtl'
  readonly ownName: string
  readonly locale: string
  readonly letter: 'A' | 'C' | 'E' | 'F' | 'R' | 'S'
}

const facts: Readonly<Record<Language, LanguageFacts>> = {
  ar: { tag: 'ar', dir: 'rtl', ownName: 'العربية', locale: 'ar-u-nu-latn-ca-gregory', letter: 'A' },
  zh: { tag: 'zh-Hans', dir: 'ltr', ownName: '中文', locale: 'zh-Hans', letter: 'C' },
  en: { tag: 'en', dir: 'ltr', ownName: 'English', locale: 'en-GB', letter: 'E' },
  fr: { tag: 'fr', dir: 'ltr', ownName: 'Français', locale: 'fr', letter: 'F' },
  ru: { tag: 'ru', dir: 'ltr', ownName: 'Русский', locale: 'ru', letter: 'R' },
  es: { tag: 'es', dir: 'ltr', ownName: 'Español', locale: 'es', letter: 'S' }
}

/** What is to be known of a language: its tag, direction, own name and `Intl` locale. */
export function factsOf(language: Language): LanguageFacts {
  return facts[language]
}

/** Whether a string from outside names one of the six languages. */
export function isLanguage(value: unknown): value is Language {
  return languages.some(language => language === value)
}
