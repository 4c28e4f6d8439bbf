import type { Language } from '#locales'
import type { ClosedQuestion } from '#surveys'
import { comparedFrom } from './difference.ts'
import { assertProtected, type ProtectedTable } from './disclosure/protect.ts'
import { furthestApart, wordsOfDifference } from './narrative/furthest-apart.ts'
import { sentence, type Sentence } from './narrative/sentence.ts'
import { closedQuestionsOf } from './release-parts.ts'
import type { Release } from './release.ts'
import { notGiven, type PrintedColumn } from './table.ts'

/** A question by the countries that carry a comparison, in the order of the release. */
export type CountryComparison = {
  readonly question: ClosedQuestion
  /** The question about the country. */
  readonly country: ClosedQuestion
  /** At least two; each has a printed base of 200 or more. */
  readonly columns: readonly PrintedColumn[]
}

/** More answers than this are left to the table. */
const mostAnswers = 3

/**
 * The questions of a release by country, where it was split by country and two or more countries have enough answers.
 * Background questions tell who answered and are not compared; sensitive ones are not either.
 *
 * @throws RangeError for a table that did not pass the protector
 */
export function countryComparisons(release: Release): readonly CountryComparison[] {
  const questions = closedQuestionsOf(release)
  const country = [...questions.values()].find(({ profile }) => profile === 'country')
  if (country === undefined) return []
  return release.tables.flatMap(table => {
    const question = questions.get(table.question)
    if (question === undefined || question.profile !== undefined || question.sensitive === true) return []
    if (table.by.length !== 1 || table.by[0] !== country.id) return []
    const columns = carryingColumns(table)
    return columns.length < 2 ? [] : [{ question, country, columns }]
  })
}

function carryingColumns(table: ProtectedTable): readonly PrintedColumn[] {
  assertProtected(table)
  return table.columns.filter(
    ({ values, base }) => values[0] !== notGiven && base.n !== null && base.n >= comparedFrom.base
  )
}

/** The answers of which the largest and the smallest share of the countries are far enough apart, the furthest first. */
export function countryFindings(
  { question, country, columns }: CountryComparison,
  language: Language
): readonly Sentence[] {
  const [first] = columns
  return (first?.cells ?? [])
    .flatMap(({ code }) => furthestApart(country, columns, code))
    .toSorted((a, b) => b.points - a.points)
    .slice(0, mostAnswers)
    .map(apart => {
      const { params, says } = wordsOfDifference(question, apart, language)
      return sentence(language, 'narrative:compare.country', params, says)
    })
}
