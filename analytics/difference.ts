import type { PrintedCell, PrintedCount } from './table.ts'

/** Shares are compared from these printed bases on, and from this difference of the printed shares on, in percentage points. */
export const comparedFrom = { base: 200, points: 10 } as const

/** A printed share and the printed base it is a share of. */
export type Share = { readonly cell: PrintedCell; readonly base: PrintedCount }

/** The share in per cent where it may be compared with another one: plain, and on a base that carries it; else null. */
export function comparableShare({ cell, base }: Share): number | null {
  const plain = cell.status === '' && base.n !== null && base.n >= comparedFrom.base
  return plain ? cell.percent : null
}

/**
 * By how many points two printed shares differ, the second less the first, where that may be said: both comparable, and
 * far enough apart. It says nothing of anybody but the respondents, and nothing of causes.
 *
 * @returns whole percentage points, at least 10 either way; null where nothing is said
 */
export function differenceOf(first: Share, second: Share): number | null {
  const [before, after] = [comparableShare(first), comparableShare(second)]
  if (before === null || after === null) return null
  const points = after - before
  return Math.abs(points) < comparedFrom.points ? null : points
}
