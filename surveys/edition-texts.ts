import type { Language } from '#locales'
import { ageBands, editionFor, questionnaireFor } from './age-bands.ts'
import { profileQuestion } from './profile.ts'
import { questionsOf, type Edition, type Questionnaire } from './questionnaire.ts'
import { textsOf, wordsFor, type TextKind } from './texts.ts'

/** A text as it is read, and where it stands. */
export type EditionText = { readonly at: string; readonly kind: TextKind; readonly text: string }

/**
 * What readers of an edition get to read of a questionnaire, in the order of the form: in their words, without the
 * questions that none of their ages is asked, and without the age, which is asked in words of our own.
 */
export function editionTexts(
  questionnaire: Questionnaire,
  language: Language,
  edition: Edition
): EditionText[] {
  const age = profileQuestion(questionsOf(questionnaire), 'age_band')?.id
  const read = new Set(
    ageBands
      .filter(band => editionFor(band) === edition)
      .flatMap(band => textsOf(questionnaireFor(questionnaire, band)).map(place => place.wording))
  )
  return textsOf(questionnaire)
    .filter(({ at, wording }) => read.has(wording) && at.split(' / ')[0] !== age)
    .map(({ at, kind, wording }) => ({ at, kind, text: wordsFor(wording, language, edition) }))
}

/** Whether a text is made of sentences; titles, options and units are mostly less. */
export function isProse({ kind }: EditionText): boolean {
  return kind === 'question' || kind === 'hint' || kind === 'note' || kind === 'introduction'
}
