import type { Language } from '#locales'
import type { ClosedQuestion } from '#surveys'
import { placesCounted } from '../cells.ts'
import { assertProtected, type ProtectedTable } from '../disclosure/protect.ts'
import type { Release } from '../release.ts'
import { wholeTableOf } from '../release-parts.ts'
import type { PrintedColumn } from '../table.ts'
import type { Unsaid } from './sentence.ts'
import { standingsOf, type Standing } from './standings.ts'

/** No sentence is written about fewer printed answers than this. */
export const sentenceFrom = 100

/** A closed question about which something may be said: what its sentences are written from. */
export type Topic = {
  readonly language: Language
  readonly question: ClosedQuestion
  /** The table of all respondents: its only column. */
  readonly column: PrintedColumn
  /** In how many first places the answers of a ranking are counted; 1 for other questions. */
  readonly places: number
  /** The printed base. */
  readonly base: number
  readonly leading: Standing
  /** Answers after the leading ones, by share. */
  readonly following: readonly Standing[]
  /** The tables of the question by one breakdown. */
  readonly splits: readonly ProtectedTable[]
}

/** A closed question as a topic, or why there is nothing to say about it. @throws RangeError for unprotected tables */
export function topicOf(
  release: Release,
  question: ClosedQuestion,
  language: Language
): Topic | { readonly reason: Unsaid['reason'] } {
  const tables = release.tables.filter(table => table.question === question.id)
  for (const table of tables) assertProtected(table)
  const whole = wholeTableOf(release, question.id)
  const column = whole?.columns[0]
  if (whole === undefined || column === undefined) return { reason: 'absent' }
  const base = column.base.n
  if (base === null || base < sentenceFrom) return { reason: 'smallBase' }
  const [leading, ...following] = standingsOf(column, release.breakdowns.includes(question.id))
  if (leading === undefined) return { reason: 'hidden' }
  const splits = tables.filter(table => table.by.length === 1)
  const places = question.kind === 'ranking' ? placesCounted(question, whole) : 1
  return { language, question, column, places, base, leading, following, splits }
}
