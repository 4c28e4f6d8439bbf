import type { Questionnaire } from '../../questionnaire.ts'
import type { SyntheticShape } from '../../synthetic.ts'
import { digitalLiteracyShape } from './synthetic.ts'

/**
 * “Digital literacy and me” as if it had been asked once before: one question was not there yet, one had no easy words,
 * and one no explanation. So a demonstration has two waves of which not everything can be compared.
 *
 * @param questionnaire as it is asked now
 */
export function firstWaveOf(questionnaire: Questionnaire): Questionnaire {
  const sections = questionnaire.sections.map(section => ({
    ...section,
    items: section.items.flatMap(item => {
      if (item.id === 'taught_by') return []
      const before = { ...item }
      if (item.id === 'lessons') delete before.showWhen
      if (item.id === 'obstacles') before.text = { standard: item.text.standard }
      if (item.id === 'strategies' && 'hint' in before) delete before.hint
      return [before]
    })
  }))
  return { ...questionnaire, sections }
}

/** The question of which a person says that the two waves can be compared, and why. */
export const comparableAnyway = {
  question: 'obstacles',
  why: 'Only easy words for the youngest were added. The standard words are the same.'
} as const

/** How made-up respondents answered then: artificial intelligence was on fewer minds, and fewer learned by themselves. */
export const firstWaveShape: SyntheticShape = {
  languages: digitalLiteracyShape.languages,
  questions: digitalLiteracyShape.questions
    .filter(({ id }) => id !== 'taught_by')
    .map(question =>
      question.id === 'trends'
        ? { ...question, weights: { ...question.weights, ai: 5, social_media: 66, videos: 12 } }
        : question
    )
}
