import { translator, type Language } from '#locales'
import { explained } from '../article/stored.ts'
import type { Example } from '../examples.ts'
import { designPage } from '../gallery/design.ts'
import { partialPage } from '../gallery/partial.ts'
import { questionnairePage } from '../respond/questionnaire.ts'
import { isPartial, partialFiles } from '../templates.ts'
import { exampleAsked, exampleProblems, exampleValues } from './consultation.ts'
import { exampleCards, exampleQuestions, partialExamples } from './partials.ts'
import { exampleStored } from './stored.ts'

/** What those who build look at: the design system, and every partial. */
export function galleryExamples(language: Language): readonly Example[] {
  const partials = partialExamples(language)
  return [
    { name: 'design system', render: r => r.render('gallery/design', design(language, r.styles.gallery)) },
    ...Object.keys(partialFiles)
      .filter(isPartial)
      .map((name): Example => ({
        name: `partial “${name}”`,
        render: r => r.render('gallery/partial', partialPage(language, name, partials[name]))
      }))
  ]
}

function design(language: Language, css: string) {
  const filledIn = { values: exampleValues, problems: exampleProblems }
  return designPage({
    language,
    css,
    questions: exampleQuestions(language),
    summary: questionnairePage(exampleAsked(language), filledIn).summary,
    card: exampleCards(language)[0],
    tables: explained(exampleStored.ofRespondents.slice(0, 1), translator(language))
  })
}
