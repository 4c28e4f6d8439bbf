import type { PrintedCell, PrintedColumn } from '../table.ts'

/** Answers with one and the same printed share, in the order of the form. */
export type Standing = {
  /** In whole per cent; "this or more" where `status` is `t`. */
  readonly percent: number
  readonly status: '' | 't'
  readonly codes: readonly string[]
}

/**
 * The answers that may be named, by printed share, the largest first. Hidden shares and shares of a small base are
 * not among them.
 *
 * @param splits whether the question is a breakdown of the release. A group may then be hidden because of its
 *   neighbours, however large it is, and what is smaller than all that is hidden has no certain place.
 */
export function standingsOf(column: PrintedColumn, splits: boolean): readonly Standing[] {
  const least = splits ? hiddenIn(column) : 0
  const standings = new Map<string, { percent: number; status: '' | 't'; codes: string[] }>()
  for (const { code, n, percent, status } of column.cells) {
    if (percent === null || (status !== '' && status !== 't') || (n !== null && n <= least)) continue
    const name = `${percent}${status}`
    const standing = standings.get(name) ?? { percent, status, codes: [] }
    standing.codes.push(code)
    standings.set(name, standing)
  }
  return [...standings.values()].sort((a, b) => b.percent - a.percent)
}

/** How many of the base are in hidden cells, as far as the printed numbers tell; none where no cell is hidden. */
function hiddenIn({ base, cells }: PrintedColumn): number {
  const isHidden = (cell: PrintedCell) => cell.status === 'c'
  if (!cells.some(isHidden)) return 0
  return cells.reduce((rest, { n }) => rest - (n ?? 0), base.n ?? 0)
}
