import type { PrintedTable, Table } from '../../../../analytics/table.ts'

/** One option in one group: what is true, what is printed, and which of the smallest groups it counts. */
export type OptionCell = {
  readonly truth: number
  /** Null where hidden; undefined where nothing is said of the group at all, or no count. */
  readonly printed: number | null | undefined
  readonly atoms: readonly number[]
}

/**
 * All cells of an option over all tables of its question, with groups of all breakdown values as unknowns.
 *
 * @param values of each breakdown question
 */
export function optionCells(
  truth: readonly Table[],
  printed: readonly PrintedTable[],
  question: string,
  code: string,
  values: ReadonlyMap<string, readonly string[]>
): { readonly cells: readonly OptionCell[]; readonly atoms: number } {
  const splits = [...values]
  const atoms = splits.reduce<readonly (readonly string[])[]>(
    (lists, [, own]) => lists.flatMap(list => own.map(value => [...list, value])),
    [[]]
  )
  const cells = truth
    .filter(table => table.question === question)
    .flatMap(table => {
      const same = printed.find(one => one.question === question && one.by.join() === table.by.join())
      const at = table.codes.indexOf(code)
      return table.columns.map((column, index): OptionCell => {
        const shown = same?.columns[index]
        const cell = shown?.cells.find(one => one.code === code)
        const isTold = shown !== undefined && shown.base.n !== null && cell?.status !== 't'
        const within = atoms.flatMap((atom, number) =>
          table.by.every((id, place) => {
            return atom[splits.findIndex(([split]) => split === id)] === column.values[place]
          })
            ? [number]
            : []
        )
        return {
          truth: column.chosen[at] ?? 0,
          printed: isTold ? (cell?.n ?? null) : undefined,
          atoms: within
        }
      })
    })
  return { cells, atoms: atoms.length }
}
