import {
  derivedRegion,
  isSameQuestion,
  lineagesOf,
  type ClosedQuestion,
  type Lineage,
  type Rewording
} from '#surveys'
import { assertProtected, type ProtectedTable } from '../disclosure/protect.ts'
import { placesCounted } from '../cells.ts'
import { closedQuestionsOf, wholeTableOf } from '../release-parts.ts'
import type { Release } from '../release.ts'
import type { PrintedColumn } from '../table.ts'
import type { Comparability, Wave } from './wave.ts'

/** How the answers of a wave stand to those of the wave before it in which the question was asked. */
export type Link =
  | { readonly kind: 'first' }
  | { readonly kind: 'same' }
  /** Reworded, and a person has said that the answers can be compared. */
  | { readonly kind: 'confirmed'; readonly changes: readonly Rewording[]; readonly saidOn: string }
  /** Reworded without such a word, or a person has said that they cannot be compared; then perhaps nothing was reworded. */
  | { readonly kind: 'break'; readonly changes: readonly Rewording[]; readonly saidOn: string | null }

export type TrendPoint = {
  /** Index of the wave. */
  readonly wave: number
  readonly question: ClosedQuestion
  /** What was printed for all respondents; null where the release has no such table. */
  readonly column: PrintedColumn | null
  readonly link: Link
}

/** One question over the waves in which it was asked, by time. */
export type Trend = {
  /** As it was asked last. */
  readonly question: ClosedQuestion
  /** Of a ranking: in how many first places answers were counted, in every wave; null for other questions. */
  readonly places: number | null
  readonly points: readonly TrendPoint[]
}

/**
 * Every closed question of a series with the waves that asked it: from printed numbers of final releases alone. Questions
 * of the last wave come first, in the order of its form. A question that was asked once has one point.
 *
 * @param waves in the order of time
 * @param words what people have said about comparability, in the order of time
 * @throws RangeError for a table that did not pass the protector
 */
export function trendsOf(waves: readonly Wave[], words: readonly Comparability[]): readonly Trend[] {
  const trends: { question: ClosedQuestion; places: number | null; points: TrendPoint[] }[] = []
  const pairOfWaves = pairsOf(waves, words)
  for (const [wave, { release }] of waves.entries()) {
    for (const question of closedQuestionsOf(release).values()) {
      const table = wholeTableOf(release, question.id)
      if (table !== undefined) assertProtected(table)
      const places = placesIn(table, question)
      const known = trends.find(each => isSameQuestion(each.question, question) && each.places === places)
      const trend = known ?? newTrend(question, places)
      const before = trend.points.at(-1)
      const link: Link =
        before === undefined ? { kind: 'first' } : linkOf(question.id, pairOfWaves(before.wave, wave))
      trend.points.push({ wave, question, column: table?.columns[0] ?? null, link })
      trend.question = question
    }
  }
  return trends.toSorted((a, b) => placeOf(a, waves) - placeOf(b, waves))

  function newTrend(question: ClosedQuestion, places: number | null) {
    const trend = { question, places, points: [] }
    trends.push(trend)
    return trend
  }
}

/** In how many first places a ranking was counted: releases made before that was kept counted all that were ranked. */
function placesIn(table: ProtectedTable | undefined, question: ClosedQuestion): number | null {
  if (question.kind !== 'ranking') return null
  return table === undefined ? question.upTo : placesCounted(question, table)
}

/** Two waves: what became of each question from one to the other, and what people have said about it. */
type Pair = {
  readonly became: ReadonlyMap<string, Lineage>
  readonly said: ReadonlyMap<string, Comparability>
}

function linkOf(question: string, { became, said }: Pair): Link {
  const lineage = became.get(question)
  const word = said.get(question)
  const changes = changesOf(lineage)
  if (word?.comparable === false) return { kind: 'break', changes, saidOn: word.saidOn }
  if (lineage?.outcome === 'same') return { kind: 'same' }
  return word === undefined
    ? { kind: 'break', changes, saidOn: null }
    : { kind: 'confirmed', changes, saidOn: word.saidOn }
}

/** What was told apart as another question and is the same to readers was asked in one wave and follows in the other. */
function changesOf(lineage: Lineage | undefined): readonly Rewording[] {
  if (lineage?.outcome === 'same') return []
  return lineage?.outcome === 'reworded' ? lineage.changes : ['format']
}

/** Looks at two waves once, however many questions ask about them. */
function pairsOf(
  waves: readonly Wave[],
  words: readonly Comparability[]
): (earlier: number, later: number) => Pair {
  const looked = new Map<string, Pair>()
  return (earlier, later) => {
    const name = `${earlier} ${later}`
    const pair = looked.get(name) ?? pairOf(waves[earlier], waves[later], words)
    looked.set(name, pair)
    return pair
  }
}

function pairOf(one: Wave | undefined, other: Wave | undefined, words: readonly Comparability[]): Pair {
  if (one === undefined || other === undefined) throw new RangeError('a link is between two waves')
  const [before, after] = [one.release, other.release]
  const lineages = lineagesOf(before.version.questionnaire, after.version.questionnaire)
  const said = words.filter(
    word => word.earlier === before.consultation.slug && word.later === after.consultation.slug
  )
  return {
    became: withDerivedLineage(new Map(lineages.map(lineage => [lineage.question, lineage])), before, after),
    // Later words overwrite earlier ones.
    said: new Map(said.map(word => [word.question, word]))
  }
}

/** A region that follows from the country is as comparable as the question about the country. */
function withDerivedLineage(
  became: ReadonlyMap<string, Lineage>,
  before: Release,
  after: Release
): ReadonlyMap<string, Lineage> {
  const [one, other] = [before, after].map(({ version }) => derivedRegion(version.questionnaire))
  const origin = one && other && one.from.id === other.from.id ? became.get(other.from.id) : undefined
  if (origin === undefined || other === undefined) return became
  return new Map([...became, [other.question.id, { ...origin, question: other.question.id }]])
}

/** Asked last in the last wave, then in the one before it, and so on; within a wave by its form. */
function placeOf({ question, points }: Trend, waves: readonly Wave[]): number {
  const last = points.at(-1)?.wave ?? 0
  const release = waves[last]?.release
  const place = release === undefined ? 0 : [...closedQuestionsOf(release).keys()].indexOf(question.id)
  return (waves.length - last) * mostQuestions + place
}

/** More than any form has. */
const mostQuestions = 10_000
