import {
  closedQuestionsOf,
  figureNumberOf,
  figureOf,
  figureWordsOf,
  leadsOf,
  wholeTableOf,
  type Figure,
  type Release
} from '#analytics'
import { factsOf, translator, type Language } from '#locales'
import type { ResultsData } from './chart-data.ts'
import { figureId } from './figure.ts'

/** The charts of a release: one for each table of all respondents. */
export function chartsOf(release: Release, language: Language): ResultsData {
  const t = translator(language)
  const leads = leadsOf(release, language)
  const figures = [...closedQuestionsOf(release).keys()].flatMap(question => {
    const figure = chartOf(release, question, language)
    const label = leads.get(question)?.finding.text ?? t('results:figure.chart')
    return figure === undefined ? [] : [{ id: figureId(figureNumberOf(release, question)), label, figure }]
  })
  return { rtl: factsOf(language).dir === 'rtl', figures }
}

/** The chart of a question for all respondents; undefined where the release has no table of that. */
export function chartOf(release: Release, question: string, language: Language): Figure | undefined {
  const asked = closedQuestionsOf(release).get(question)
  const table = wholeTableOf(release, question)
  if (asked === undefined || table === undefined) return undefined
  return figureOf(table, figureWordsOf(asked, [], language))
}
