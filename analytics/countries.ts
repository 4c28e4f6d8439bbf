import { isolated, type Language } from '#locales'
import { answerText, type ClosedQuestion } from '#surveys'
import { comparableShare, comparedFrom, differenceOf } from './difference.ts'
import { assertProtected, type ProtectedTable } from './disclosure/protect.ts'
import { percentInProse, pointsInProse, quotedAnswer } from './narrative/prose.ts'
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
export function countryFindings(comparison: CountryComparison, language: Language): readonly Sentence[] {
  const [first] = comparison.columns
  return (first?.cells ?? [])
    .flatMap(({ code }) => furthestApart(comparison, code))
    .toSorted((a, b) => b.points - a.points)
    .slice(0, mostAnswers)
    .map(apart => told(comparison, apart, language))
}

type Placed = { readonly value: string; readonly percent: number }
type Apart = { readonly code: string; readonly points: number; readonly most: Placed; readonly least: Placed }

function furthestApart({ columns }: CountryComparison, code: string): readonly Apart[] {
  const placed = columns
    .flatMap(({ values: [value = notGiven], base, cells }) => {
      const cell = cells.find(each => each.code === code)
      const percent = cell === undefined ? null : comparableShare({ cell, base })
      return cell === undefined || percent === null ? [] : [{ value, percent, cell, base }]
    })
    .toSorted((a, b) => b.percent - a.percent)
  const [most, least] = [placed[0], placed.at(-1)]
  if (most === undefined || least === undefined) return []
  const points = differenceOf(least, most)
  return points === null ? [] : [{ code, points, most, least }]
}

function told({ question, country }: CountryComparison, apart: Apart, language: Language): Sentence {
  const { code, points, most, least } = apart
  const name = ({ value }: Placed) => isolated(answerText(country, value, language))
  const params = {
    count: points,
    answer: quotedAnswer(question, code, language),
    points: pointsInProse(points, language),
    first: name(most),
    firstPercent: percentInProse(most.percent, '', language),
    second: name(least),
    secondPercent: percentInProse(least.percent, '', language)
  }
  const said = { question: question.id, by: [country.id], code, status: '' } as const
  return sentence(language, 'narrative:compare.country', params, [
    { ...said, what: 'difference', values: [most.value, least.value], value: points },
    { ...said, what: 'share', values: [most.value], value: most.percent },
    { ...said, what: 'share', values: [least.value], value: least.percent }
  ])
}
