/**
 * How many respondents share each combination of values of all breakdown questions; a combination nobody has
 * is left out. Values are codes of options or `not_given`, in the order of `breakdowns`.
 */
export type Population = {
  readonly breakdowns: readonly string[]
  readonly cells: readonly { readonly values: readonly string[]; readonly count: number }[]
}

/** How many people there are in all. */
export function sizeOf({ cells }: Population): number {
  return cells.reduce((sum, cell) => sum + cell.count, 0)
}

/** Respondents who share a value of each question in `by`; with none, everyone. */
export type Group = { readonly by: readonly string[]; readonly values: readonly string[] }

/** Two questions of which one divides the groups of the other: each country lies in one region. */
export type Nesting = {
  readonly finer: string
  readonly coarser: string
  /** The coarser value that holds a finer one. */
  readonly around: (value: string) => string | undefined
}

export const everyone: Group = { by: [], values: [] }

/** One name for one group, whichever way round its questions are listed. */
export function nameOf({ by, values }: Group): string {
  const pairs = by.map((question, index): [string, string] => [question, values[index] ?? ''])
  return JSON.stringify(pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}

/** A group with one more condition. */
export function within(group: Group, question: string, value: string): Group {
  return { by: [...group.by, question], values: [...group.values, value] }
}

/** A group with one condition less, for each of its conditions. */
export function parentsOf({ by, values }: Group): readonly Group[] {
  return by.map((_, left) => ({
    by: by.filter((_question, index) => index !== left),
    values: values.filter((_value, index) => index !== left)
  }))
}

/** The group in which a finer one lies by nesting: a country's region. Undefined where the group is by no such value. */
export function groupAround({ by, values }: Group, { finer, coarser, around }: Nesting): Group | undefined {
  const place = by.indexOf(finer)
  const value = around(values[place] ?? '')
  if (place < 0 || value === undefined || by.includes(coarser)) return undefined
  return { by: by.with(place, coarser), values: values.with(place, value) }
}
