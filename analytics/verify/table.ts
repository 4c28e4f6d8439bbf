import { kindOf, type ClosedQuestion } from '#surveys'
import type { Policy } from '../disclosure/policy.ts'
import { printedCell } from '../disclosure/thresholds.ts'
import { waysOf, type Ways } from '../disclosure/ways.ts'
import { extrasOf, placesOf } from '../extras.ts'
import { closedQuestionsOf } from '../release-parts.ts'
import type { Release } from '../release.ts'
import {
  notGiven,
  type PrintedCell,
  type PrintedColumn,
  type PrintedCount,
  type PrintedTable
} from '../table.ts'
import { placeOf, wrong, type Finding } from './finding.ts'

/** What a release asks, found once for all of its tables. */
export type Asked = {
  readonly release: Release
  readonly questions: ReadonlyMap<string, ClosedQuestion>
  readonly ways: Ways
}

export function askedIn(release: Release): Asked {
  return {
    release,
    questions: closedQuestionsOf(release),
    ways: waysOf(release.version.questionnaire)
  }
}

/** One table: what it may hold, and every number in it. */
export function verifyTable(asked: Asked, table: PrintedTable): Finding[] {
  const { release, questions } = asked
  const question = questions.get(table.question)
  // Whether there may be such a table at all was asked before.
  if (question === undefined) return []
  const at = placeOf(table)
  const places = question.kind === 'ranking' ? placesOf(question) : undefined
  return [
    ...(table.places !== undefined && table.places !== places ? [wrong('places', at)] : []),
    ...groupFindings(table, questions),
    ...table.columns.flatMap(column => [
      ...shapeFindings(asked, question, column, placeOf(table, column.values)),
      ...columnFindings(release, table, column, placeOf(table, column.values))
    ])
  ]
}

function groupFindings(table: PrintedTable, questions: ReadonlyMap<string, ClosedQuestion>): Finding[] {
  const seen = new Set<string>()
  const known = table.by.map(id => {
    const question = questions.get(id)
    return new Set([...(question === undefined ? [] : kindOf(question).codes(question)), notGiven])
  })
  return table.columns.flatMap(({ values }) => {
    const at = placeOf(table, values)
    const name = JSON.stringify(values)
    const doubled = seen.has(name)
    seen.add(name)
    const strange =
      values.length !== table.by.length || values.some((value, index) => known[index]?.has(value) !== true)
    return [...(doubled ? [wrong('doubledGroup', at)] : []), ...(strange ? [wrong('unknownGroup', at)] : [])]
  })
}

/** Exactly the answers and the ways not to answer that the form has, in its order. */
function shapeFindings(
  { release, ways }: Asked,
  question: ClosedQuestion,
  column: PrintedColumn,
  at: string
): Finding[] {
  const extras = release.breakdowns.includes(question.id) ? [] : extrasOf(question).map(({ code }) => code)
  const printed = column.extras?.map(({ code }) => code)
  return [
    ...(isSame(
      column.cells.map(({ code }) => code),
      kindOf(question).codes(question)
    )
      ? []
      : [wrong('codes', at)]),
    // Releases from before these cells were counted have none.
    ...(printed === undefined || isSame(printed, extras) ? [] : [wrong('codes', at)]),
    ...(isSame(
      column.states.map(({ state }) => state),
      ways.of(question.id)
    )
      ? []
      : [wrong('ways', at)])
  ]
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index])
}

function columnFindings(
  { policy, responses }: Release,
  { by }: PrintedTable,
  column: PrintedColumn,
  at: string
): Finding[] {
  const { size, base, cells, extras = [], states } = column
  if (by.length === 0 && size.n !== null && size.n !== responses)
    return [wrong('wholeSize', at, { size: size.n, responses })]
  const hidden = [base, ...cells, ...extras, ...states].every(({ status }) => status === 'c')
  if (size.n === null) return hidden ? verifyCount(size, responses, policy, at) : [wrong('halfHidden', at)]
  return [
    ...verifyCount(size, responses, policy, at),
    ...verifyCount(base, size.n, policy, `${at}, base`),
    ...states.flatMap(state => verifyCount(state, size.n ?? 0, policy, `${at}, ${state.state}`)),
    ...[...cells, ...extras].flatMap(cell => cellFindings(cell, base, policy, `${at}, ${cell.code}`)),
    ...extraFindings(column, at)
  ]
}

/** A count that stands by itself: printed from the threshold on, never above its whole, and marked where it is hidden. */
export function verifyCount(
  { n, status }: PrintedCount,
  whole: number,
  policy: Policy,
  at: string
): Finding[] {
  if ((n === null) !== (status === 'c')) return [wrong('unmarked', at)]
  if (n === null) return []
  if (n < policy.countFrom) return [wrong('belowThreshold', at, { n, least: policy.countFrom })]
  return n > whole ? [wrong('aboveWhole', at, { n, whole })] : []
}

/** A hidden cell is always right; any other is what count and base make of it, by the very rule that printed it. */
function cellFindings(cell: PrintedCell, base: PrintedCount, policy: Policy, at: string): Finding[] {
  const { n, percent, status } = cell
  if (status === 'c') return n === null && percent === null ? [] : [wrong('unmarked', at)]
  if (base.n === null) return [wrong('halfHidden', at)]
  if (n !== null && n < policy.countFrom) return [wrong('belowThreshold', at, { n, least: policy.countFrom })]
  if (n !== null && n > base.n) return [wrong('aboveWhole', at, { n, whole: base.n })]
  if (n === null && status !== 't') return [wrong('unmarked', at)]
  // Whoever is top-coded might be everybody: what is printed of them is the same.
  const expected = printedCell(cell.code, n ?? base.n, base, policy)
  if (expected.n === n && expected.percent === percent && expected.status === status) return []
  return [
    wrong('share', at, {
      n: n ?? '–',
      base: base.n,
      found: `${percent ?? '–'} [${status}]`,
      expected: `${expected.percent ?? '–'} [${expected.status}]`
    })
  ]
}

/** Two answers together are not fewer than one of them; a first choice is not more than all who named the answer. */
function extraFindings({ cells, extras = [] }: PrintedColumn, at: string): Finding[] {
  const counts = new Map(cells.map(({ code, n }) => [code, n]))
  return extras.flatMap(({ code, n }) => {
    const named = /^first:(.*)$/.exec(code)?.[1]
    const most = named === undefined ? null : counts.get(named)
    if (n === null || most === null || most === undefined || n <= most) return []
    return [wrong('beside', `${at}, ${code}`, { n, whole: most })]
  })
}
