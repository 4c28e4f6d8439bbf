import { figureOf, figureWordsOf, type Release } from '#analytics'
import { factsOf, translator, type Language } from '#locales'
import type { ResultsData } from './chart-data.ts'
import { figureId } from './figure.ts'
import { closedOf, numbersOf } from './parts.ts'

/** The charts of a release: one for each table of all respondents. */
export function chartsOf(release: Release, language: Language): ResultsData {
  const t = translator(language)
  const numbers = numbersOf(release)
  const questions = closedOf(release)
  const figures = release.tables.flatMap(table => {
    const question = questions.get(table.question)
    const by = table.by.flatMap(id => questions.get(id) ?? [])
    if (question === undefined || by.length > 0) return []
    const figure = figureOf(table, figureWordsOf(question, by, language))
    return [
      {
        id: figureId(numbers.get(question.id) ?? 0),
        label: t('results:figure.chart'),
        figure
      }
    ]
  })
  return { rtl: factsOf(language).dir === 'rtl', figures }
}
