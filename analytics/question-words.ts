import { isolated, translator, type Language } from '#locales'
import { placesCounted } from './cells.ts'
import { placesOf } from './extras.ts'
import type { PrintedTable } from './table.ts'
import { wordsFor, type ClosedQuestion } from '#surveys'

/** What groups are formed by: the name of a background question, or the words of any other. */
export function splitName(question: ClosedQuestion, language: Language): string {
  const t = translator(language)
  return question.profile === undefined
    ? t('results:breakdown.quoted', { question: isolated(wordsFor(question.text, language, 'standard')) })
    : t(`results:profile.${question.profile}`)
}

/**
 * How to read counts that do not add up to the base; null where they do.
 *
 * @param places in how many first places of a ranking an answer is counted
 */
export function readingNote(
  question: ClosedQuestion,
  language: Language,
  places = question.kind === 'ranking' ? placesOf(question) : 1
): string | null {
  const t = translator(language)
  if (question.kind === 'multiple') return t('results:figure.multiple')
  if (question.kind === 'ranking') return t('results:figure.ranking', { count: places })
  return null
}

/**
 * How to read a table: counts that do not add up to the base, a base of those alone who were shown the question, answers
 * that follow from those to another.
 *
 * @param derived whether nobody was asked the question
 */
export function readingNotes(
  question: ClosedQuestion,
  table: PrintedTable,
  derived: boolean,
  language: Language
): readonly string[] {
  const t = translator(language)
  const places = question.kind === 'ranking' ? placesCounted(question, table) : 1
  const note = readingNote(question, language, places)
  const isRouted = table.columns.some(({ states }) => states.some(({ state }) => state === 'not_shown'))
  return [
    ...(note === null ? [] : [note]),
    ...(isRouted ? [t('results:figure.routed')] : []),
    ...(derived ? [t('results:region.note')] : [])
  ]
}
