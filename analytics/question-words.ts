import { isolated, translator, type Language } from '#locales'
import { wordsFor, type ClosedQuestion } from '#surveys'

/** What groups are formed by: the name of a background question, or the words of any other. */
export function splitName(question: ClosedQuestion, language: Language): string {
  const t = translator(language)
  return question.profile === undefined
    ? t('results:breakdown.quoted', { question: isolated(wordsFor(question.text, language, 'standard')) })
    : t(`results:profile.${question.profile}`)
}

/** How to read counts that do not add up to the base; null where they do. */
export function readingNote(question: ClosedQuestion, language: Language): string | null {
  const t = translator(language)
  if (question.kind === 'multiple') return t('results:figure.multiple')
  if (question.kind === 'ranking') return t('results:figure.ranking', { count: question.upTo })
  return null
}
