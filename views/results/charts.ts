import { figureOf, figureWordsOf, leadsOf, type Figure, type Release } from '#analytics'
import { factsOf, translator, type Language } from '#locales'
import type { ResultsData } from './chart-data.ts'
import { figureId } from './figure.ts'
import { closedOf, numbersOf } from './parts.ts'

/** The charts of a release: one for each table of all respondents. */
export function chartsOf(release: Release, language: Language): ResultsData {
  const t = translator(language)
  const leads = leadsOf(release, language)
  const figures = [...numbersOf(release)].flatMap(([question, number]) => {
    const figure = chartOf(release, question, language)
    const label = leads.get(question)?.finding.text ?? t('results:figure.chart')
    return figure === undefined ? [] : [{ id: figureId(number), label, figure }]
  })
  return { rtl: factsOf(language).dir === 'rtl', figures }
}

/** The chart of a question for all respondents; undefined where the release has no table of that. */
export function chartOf(release: Release, question: string, language: Language): Figure | undefined {
  const asked = closedOf(release).get(question)
  const table = release.tables.find(each => each.question === question && each.by.length === 0)
  if (asked === undefined || table === undefined) return undefined
  return figureOf(table, figureWordsOf(asked, [], language))
}
