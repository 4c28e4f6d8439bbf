import type { Language } from '#locales'
import { wordsFor } from '../../texts.ts'
import type { Wording } from '../../questionnaire.ts'
import { element, type Xml } from './xml.ts'

/** The same element once for each language, marked with it. */
export function inEach(
  name: string,
  languages: readonly Language[],
  text: (language: Language) => string,
  attributes: Readonly<Record<string, string | undefined>> = {}
): Xml[] {
  return languages.map(language => element(name, { ...attributes, 'xml:lang': language }, text(language)))
}

/** A text of the questionnaire in each language, in its standard words. */
export function wording(name: string, languages: readonly Language[], text: Wording): Xml[] {
  return inEach(name, languages, language => wordsFor(text, language, 'standard'))
}
