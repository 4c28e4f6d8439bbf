import { topPercent } from '../disclosure/thresholds.ts'
import { questionOf } from '../composition/composition.ts'
import { dimensions } from '../composition/target.ts'
import type { Policy } from '../disclosure/policy.ts'
import type { Release } from '../release.ts'
import { wholeTableOf } from '../release-parts.ts'
import { weightedShare } from '../statistics/weighted-share.ts'
import type { PrintedCell, PrintedColumn, Status } from '../table.ts'
import { tableBy, valuesOf } from './groups.ts'
import type { Weighted } from './weighting.ts'

/** A weighted share, beside the share of the same answer as it stands; null where there is none to print. */
export type WeightedCell = { readonly code: string; readonly percent: number | null; readonly status: Status }

/** Points, either way, that hidden counts may leave open. */
const mostOpen = 1

/** A count that may be hidden: the least and the most it can be. */
type Range = readonly [least: number, most: number]
type Part = { readonly weight: number; readonly answered: Range; readonly column: PrintedColumn }

/**
 * Weighted shares of a question for all respondents, from printed counts alone: those of everybody, and those of the
 * groups that have a weight. Undefined where the question has no table by these groups, such as a sensitive question by
 * two.
 *
 * A share is printed only where the unweighted one is, by the same thresholds on the effective base (the printed base
 * through the design effect). A hidden count is taken as the middle of what it can be; where that leaves more than
 * one point open either way, there is no weighted share.
 */
export function weightedCells(
  weighting: Weighted,
  release: Release,
  question: string
): readonly WeightedCell[] | undefined {
  // Who took part is compared with the target, not made like it.
  if (dimensions.some(dimension => questionOf(release, dimension)?.id === question)) return undefined
  const table = tableBy(release, weighting.by, question)
  const whole = wholeTableOf(release, question)?.columns[0]
  if (table === undefined || whole === undefined) return undefined
  const { policy } = release
  const parts = weighting.weights.flatMap(({ values, weight }): Part[] => {
    const column = table.columns.find(each => {
      const own = valuesOf(release, weighting.by, table, each)
      return own.every((value, place) => value === values[place])
    })
    return column === undefined ? [] : [{ weight, column, answered: rangeOf(column.base.n, policy) }]
  })
  return whole.cells.map(cell => weightedCell(cell, whole.base.n, parts, weighting.designEffect, policy))
}

function weightedCell(
  cell: PrintedCell,
  base: number | null,
  parts: readonly Part[],
  designEffect: number,
  policy: Policy
): WeightedCell {
  const { code, n, percent, status } = cell
  if (n === null || base === null || percent === null) return { code, percent: null, status }
  const effective = Math.floor(base / designEffect)
  if (effective < policy.percentFrom) return { code, percent: null, status: 'x' }
  const counted = parts.map(part => ({ ...part, chosen: chosenIn(part, code, policy) }))
  const share = (at: (range: Range) => number) =>
    weightedShare([
      { weight: 1, chosen: n, answered: base },
      // Everybody is counted once already; of each group, what its weight adds or takes away.
      ...counted.map(({ weight, chosen, answered }) => ({
        weight: weight - 1,
        chosen: at(chosen),
        answered: at(answered)
      }))
    ])
  const open = counted.reduce(
    (sum, { weight, chosen: [least, most] }) => sum + (Math.abs(weight - 1) * (most - least)) / 2,
    0
  )
  if ((100 * open) / base > mostOpen) return { code, percent: null, status: 'x' }
  const rounded = Math.floor(100 * share(([least, most]) => (least + most) / 2) + 0.5)
  const top = topPercent(base, policy)
  if (rounded >= top) return { code, percent: top, status: 't' }
  return { code, percent: Math.max(0, rounded), status: effective < policy.plainFrom ? 'low' : '' }
}

function chosenIn({ column, answered }: Part, code: string, policy: Policy): Range {
  const cell = column.cells.find(each => each.code === code)
  const [, most] = answered
  if (cell?.status === 't') {
    // Of a base too small for a share, top-coded is at least the first step.
    const percent = cell.percent ?? policy.topCoding[0]?.percent ?? 100
    return [Math.ceil(((percent - 0.5) * most) / 100), most]
  }
  const [low, high] = rangeOf(cell?.n ?? null, policy)
  return [low, Math.min(high, most)]
}

function rangeOf(n: number | null, policy: Policy): Range {
  return n === null ? [0, Math.max(0, policy.countFrom - 1)] : [n, n]
}
