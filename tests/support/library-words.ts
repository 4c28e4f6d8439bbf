import type { Language } from '#locales'
import { readyNames, readyQuestionnaire } from '#surveys'

/** Every text of the ready questionnaires in a language. */
export function libraryWords(language: Language): string[] {
  return readyNames.flatMap(name => wordsIn(readyQuestionnaire(name), language))
}

/** Texts stand under their language, however deep. */
function wordsIn(value: unknown, language: Language): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    name === language && typeof inner === 'string' ? [inner] : wordsIn(inner, language)
  )
}
