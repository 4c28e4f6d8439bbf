import { questionOf } from '../composition/composition.ts'
import type { Dimension } from '../composition/target.ts'
import type { ProtectedTable } from '../disclosure/protect.ts'
import type { Release } from '../release.ts'
import type { PrintedColumn } from '../table.ts'

/** A published group that is weighed: its value of each dimension, and its printed size. */
export type WeighedGroup = { readonly values: readonly string[]; readonly size: number }

/** The table of a question by the dimensions, whichever way round it names them. */
export function tableBy(
  release: Release,
  by: readonly Dimension[],
  question?: string
): ProtectedTable | undefined {
  const asked = by.map(dimension => questionOf(release, dimension)?.id)
  return release.tables.find(
    table =>
      (question === undefined || table.question === question) &&
      table.by.length === asked.length &&
      asked.every(id => id !== undefined && table.by.includes(id))
  )
}

/** The values of a column in the order of the dimensions. */
export function valuesOf(
  release: Release,
  by: readonly Dimension[],
  table: ProtectedTable,
  column: PrintedColumn
): readonly string[] {
  return by.map(dimension => {
    const place = table.by.indexOf(questionOf(release, dimension)?.id ?? '')
    return column.values[place] ?? ''
  })
}

/** The groups of which something is printed; they have the same sizes in every table. */
export function groupsBy(release: Release, by: readonly Dimension[]): readonly WeighedGroup[] {
  const table = tableBy(release, by)
  return (table?.columns ?? []).flatMap((column): WeighedGroup[] =>
    table === undefined || column.size.n === null
      ? []
      : [{ values: valuesOf(release, by, table, column), size: column.size.n }]
  )
}
