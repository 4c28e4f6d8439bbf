import { nameOf, type Group, type Population } from './groups.ts'

/**
 * A set of people whom published numbers describe: the members, at one release, of some cells of the joint
 * distribution. Sets of different releases can be compared, because responses are only ever added.
 */
export type People = {
  readonly name: string
  /** Indices of cells of the joint distribution, ascending. */
  readonly cells: readonly number[]
  /** 0 for the earliest release; the present one comes last. */
  readonly release: number
  readonly size: number
}

/** The joint distributions of all releases of a consultation over one list of cells. */
export type Census = {
  readonly breakdowns: readonly string[]
  readonly values: readonly (readonly string[])[]
  /** For each release, how many people each cell holds. */
  readonly counts: readonly (readonly number[])[]
}

/** @throws RangeError when a release has people whom the next one does not have */
export function censusOf(populations: readonly Population[]): Census {
  const present = populations.at(-1) ?? { breakdowns: [], cells: [] }
  const at = new Map(present.cells.map((cell, index) => [JSON.stringify(cell.values), index]))
  const counts = populations.map(population => countsOf(population, at))
  counts.forEach((later, release) => {
    const sooner = counts[release - 1] ?? []
    if (sooner.some((count, cell) => count > (later[cell] ?? 0))) {
      throw new RangeError(`release ${release + 1} lacks people whom release ${release} has`)
    }
  })
  return { breakdowns: present.breakdowns, values: present.cells.map(cell => cell.values), counts }
}

function countsOf(population: Population, at: ReadonlyMap<string, number>): readonly number[] {
  const counts = Array.from({ length: at.size }, () => 0)
  for (const cell of population.cells) {
    const index = at.get(JSON.stringify(cell.values))
    if (index === undefined)
      throw new RangeError(`an earlier release has a cell that is gone: ${cell.values.join()}`)
    counts[index] = cell.count
  }
  return counts
}

/** The people of a group at a release. @throws RangeError when the group is by something that is no breakdown */
export function peopleOf(census: Census, group: Group, release: number): People {
  const conditions = group.by.map((question, index): [number, string | undefined] => {
    const place = census.breakdowns.indexOf(question)
    if (place < 0) throw new RangeError(`${question} is no breakdown of this consultation`)
    return [place, group.values[index]]
  })
  const cells = census.values.flatMap((values, cell) =>
    conditions.every(([place, value]) => values[place] === value) ? [cell] : []
  )
  return people(census, nameOf(group), cells, release)
}

/** Who is left of some people when others are taken away. */
export function without(census: Census, from: People, taken: readonly People[]): People {
  const gone = new Set(taken.flatMap(others => others.cells))
  const name = `${from.name} without ${taken.map(others => others.name).join()}`
  const cells = from.cells.filter(cell => !gone.has(cell))
  return people(census, name, cells, from.release)
}

function people(census: Census, name: string, cells: readonly number[], release: number): People {
  const counts = census.counts[release] ?? []
  return { name, cells, release, size: cells.reduce((sum, cell) => sum + (counts[cell] ?? 0), 0) }
}

/** How many people belong to one of two sets and not to the other; exact, whatever their releases. */
export function differenceOf(census: Census, a: People, b: People): number {
  // Who is in both was there at the earlier of the two releases.
  const counts = census.counts[Math.min(a.release, b.release)] ?? []
  let both = 0
  for (let i = 0, j = 0; i < a.cells.length && j < b.cells.length;) {
    const [left, right] = [a.cells[i] ?? 0, b.cells[j] ?? 0]
    if (left === right) both += counts[left] ?? 0
    if (left <= right) i++
    if (right <= left) j++
  }
  return a.size + b.size - 2 * both
}

/** Whether anybody belongs to both. */
export function overlap(census: Census, a: People, b: People): boolean {
  return differenceOf(census, a, b) < a.size + b.size
}
