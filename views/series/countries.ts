import {
  comparedFrom,
  countryComparisons,
  countryFindings,
  pointsInProse,
  printedCount,
  printedRow,
  readingNote,
  type CountryComparison,
  type PrintedColumn,
  type Release
} from '#analytics'
import { formatNumber, isolated, translator, type Language } from '#locales'
import { answerText, wordsFor } from '#surveys'
import { addresses } from '../addresses.ts'
import { frameOf, type Frame } from '../frame.ts'
import type { ComparedRow, ComparedView } from './compared.ts'
import { ownMarks } from './marks.ts'

export type CountriesPage = Frame & {
  readonly heading: string
  readonly where: string
  readonly limits: readonly string[]
  readonly marks: readonly { readonly mark: string; readonly meaning: string }[]
  /** Back to the results it is made from. */
  readonly results: string
  readonly figures: readonly ComparedView[]
}

/** The countries of one release beside each other. @throws RangeError for an unprotected table */
export function countriesPage({
  release,
  language
}: {
  readonly release: Release
  readonly language: Language
}): CountriesPage {
  const { consultation, number, version } = release
  const t = translator(language)
  const heading = wordsFor(version.questionnaire.title, language, 'standard')
  const least = formatNumber(comparedFrom.base, language)
  return {
    ...frameOf({
      language,
      title: t('series:countries.title', { title: isolated(heading) }),
      path: other => addresses.countries(other, consultation.slug, number),
      languages: consultation.languages,
      slug: consultation.slug,
      style: 'series',
      demonstration: consultation.demonstration
    }),
    heading,
    where: t('series:countries.where', { number }),
    limits: [t('results:limits'), t('series:countries.limits', { number: least }), t('results:noise')],
    marks: ownMarks(language),
    results: addresses.release(language, consultation.slug, number),
    figures: countryComparisons(release).map((comparison, at) =>
      comparisonView(`f${at + 1}`, comparison, language)
    )
  }
}

function comparisonView(id: string, comparison: CountryComparison, language: Language): ComparedView {
  const { question, country, columns } = comparison
  const t = translator(language)
  const text = isolated(wordsFor(question.text, language, 'standard'))
  const findings = countryFindings(comparison, language).map(each => each.text)
  const points = pointsInProse(comparedFrom.points, language)
  const rowsOf = (shown: (column: PrintedColumn) => Pick<ComparedRow, 'printed' | 'bar'>): ComparedRow[] =>
    columns.map(column => ({
      group: column.values.join(' '),
      label: isolated(answerText(country, column.values[0] ?? '', language)),
      broken: null,
      ...shown(column)
    }))
  return {
    id,
    heading: text,
    findings: findings.length === 0 ? [t('series:countries.noDifference', { points })] : findings,
    notes: [],
    multiples: null,
    caption: t('series:countries.caption', { question: text }),
    rowsAre: t('series:countries.country'),
    blocks: [
      {
        code: 'base',
        label: t('results:breakdown.base'),
        quiet: true,
        rows: rowsOf(({ base }) => ({ printed: printedCount(base, language), bar: null }))
      },
      ...(columns[0]?.cells ?? []).map(({ code }, index) => ({
        code,
        label: answerText(question, code, language),
        quiet: false,
        rows: rowsOf(({ cells }) => {
          const cell = cells[index] ?? { code, n: null, percent: null, status: 'c' as const }
          const { n, percent, bar } = printedRow(cell, language)
          return { printed: percent ?? n, bar }
        })
      }))
    ],
    reading: readingNote(question, language)
  }
}
