import { summedKeys, type KeySums } from './keys.ts'
import type { JointGroups } from './groups.ts'

/** The groups of a table: which joint groups make up which of its columns. */
export type Margin = {
  readonly by: readonly string[]
  /** For each column, its value of each question in `by`. */
  readonly values: readonly (readonly string[])[]
  /** For each joint group, its column. */
  readonly columnOf: Uint32Array
  readonly sizes: Uint32Array
  readonly keys: KeySums
}

/**
 * The columns of a table by these breakdowns: every combination of their values, also those that nobody has,
 * for a column's absence would tell an empty group from a small one.
 */
export function marginOf(groups: JointGroups, by: readonly string[]): Margin {
  const positions = by.map(id => groups.breakdowns.findIndex(breakdown => breakdown.question === id))
  const values = positions.reduce<readonly (readonly string[])[]>(
    (columns, position) =>
      columns.flatMap(column => valuesAt(groups, position).map(value => [...column, value])),
    [[]]
  )
  const columnOf = Uint32Array.from(groups.values, of =>
    positions.reduce((index, position) => index * valuesAt(groups, position).length + (of[position] ?? 0), 0)
  )
  return {
    by,
    values,
    columnOf,
    sizes: summed(groups.sizes, 1, columnOf, values.length),
    keys: summedKeys(groups.keys, columnOf, values.length)
  }
}

/** Sums rows of `width` numbers, one row a joint group, into one row a column. */
export function summed(
  counts: Uint32Array,
  width: number,
  columnOf: Uint32Array,
  columns: number
): Uint32Array {
  const sums = new Uint32Array(columns * width)
  columnOf.forEach((column, group) => {
    for (let index = 0; index < width; index += 1) {
      const at = column * width + index
      sums[at] = (sums[at] ?? 0) + (counts[group * width + index] ?? 0)
    }
  })
  return sums
}

function valuesAt(groups: JointGroups, position: number): readonly string[] {
  const breakdown = groups.breakdowns[position]
  if (breakdown === undefined) throw new RangeError('a table is planned by a question that is no breakdown')
  return breakdown.values
}
