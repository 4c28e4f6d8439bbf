import { languages, type Language } from '#locales'
import { lengthInGraphemes } from '../kinds/text-reading.ts'
import type { Problem } from '../problem.ts'
import type { Questionnaire, Words } from '../questionnaire.ts'
import { textsOf, type TextKind, type TextPlace } from '../texts.ts'

/** Longest text of each kind, in graphemes: what still reads well on a phone. */
export const longestText: Readonly<Record<TextKind, number>> = {
  title: 120,
  introduction: 1500,
  section: 120,
  note: 1500,
  question: 300,
  hint: 300,
  option: 160,
  unit: 30
}

/** Texts that are missing in a language the consultation speaks, empty, or too long to be read. */
export function checkTexts(questionnaire: Questionnaire, spoken: readonly Language[]): Problem[] {
  return textsOf(questionnaire).flatMap(place => [
    ...missing(place, spoken),
    ...tooLong(place, place.wording.standard),
    ...(place.wording.easy === undefined ? [] : tooLong(place, place.wording.easy))
  ])
}

function missing({ at, kind, wording }: TextPlace, spoken: readonly Language[]): Problem[] {
  return spoken
    .filter(language => (wording.standard[language] ?? '').trim() === '')
    .map(language => ({ at: `${at} / ${language}`, code: 'check.textMissing', params: { kind, language } }))
}

function tooLong({ at, kind }: TextPlace, words: Words): Problem[] {
  const limit = longestText[kind]
  return languages.flatMap((language): Problem[] => {
    const length = lengthInGraphemes(words[language] ?? '')
    if (length <= limit) return []
    return [{ at: `${at} / ${language}`, code: 'check.textTooLong', params: { kind, length, limit } }]
  })
}
