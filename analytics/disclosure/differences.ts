import { censusOf, overlap, peopleOf, type Census, type People } from './census.ts'
import { everyone, nameOf, parentsOf, type Group, type Nesting, type Population } from './groups.ts'
import {
  nearRemainder,
  remaindersOf,
  toldAgain,
  tooNear,
  type GroupOfPeople,
  type Range,
  type Remainder
} from './remainders.ts'

/** A release before this one: who answered, and which groups it printed. */
export type EarlierGroups = { readonly population: Population; readonly groups: readonly Group[] }

export type GroupsToPublish = {
  readonly population: Population
  /** Groups large enough to print, with their true sizes. */
  readonly candidates: readonly (Group & { readonly size: number })[]
  readonly earlier: readonly EarlierGroups[]
  /** Numbers of people by which two published groups may not differ, both ends included. */
  readonly difference: Range
  /** Two of the breakdowns of which one divides the other's groups. */
  readonly nesting?: Nesting | undefined
}

/**
 * Names of the groups that may be published, so that no small number of people can be had by subtraction:
 * 1. no two groups, of this release or an earlier one, differ by so few people: the smaller is withheld;
 * 2. nor do a group and a remainder (a published group without its published parts, a region without its countries);
 * 3. a remainder may itself be so few people only if it is left by two parts or more, so that three draws of noise
 *    lie in between, and nobody may be in two such remainders: else its smallest part is withheld;
 * 4. a group of two conditions needs both groups of one condition.
 * docs/disclosure-control.md gives the reasons and the measurements.
 */
export function publishedGroups(input: GroupsToPublish): ReadonlySet<string> {
  const census = censusOf([...input.earlier.map(release => release.population), input.population])
  const past = pastOf(census, input)
  const now = input.earlier.length
  const candidates = [{ ...peopleOf(census, everyone, now), group: everyone }]
    .concat(onceMore(census, input).map(candidate => counted(census, candidate, now)))
    .sort((a, b) => b.size - a.size || a.group.by.length - b.group.by.length)
  const withheld = new Set<string>()
  for (;;) {
    const published = largestFirst(census, candidates, withheld, past, input.difference)
    const next = firstToWithhold(census, published, past, input)
    if (next === undefined) return new Set(published.keys())
    withheld.add(next)
  }
}

/**
 * The same answers get the same groups: others would tell more about the same people. With new answers a group that
 * was printed before must have grown by more than the few: one that has not grown at all would tell that none of the
 * newcomers is in it.
 */
function onceMore(census: Census, input: GroupsToPublish): GroupsToPublish['candidates'] {
  const { earlier, difference } = input
  const present = census.counts.at(-1) ?? []
  const stale = new Set(
    earlier.flatMap(({ groups }, release) =>
      present.every((count, cell) => count === census.counts[release]?.[cell])
        ? []
        : groups
            .filter(group => {
              const grown =
                peopleOf(census, group, earlier.length).size - peopleOf(census, group, release).size
              return grown <= difference.to
            })
            .map(nameOf)
    )
  )
  const candidates = input.candidates.filter(candidate => !stale.has(nameOf(candidate)))
  const before = earlier
    .filter((_, release) => present.every((count, cell) => count === census.counts[release]?.[cell]))
    .flatMap(({ groups }) => groups)
  if (before.length === 0) return candidates
  const names = new Set(before.map(nameOf))
  return candidates.filter(candidate => names.has(nameOf(candidate)))
}

/** Sizes come from tables, cells from the joint distribution: if they disagree, no difference can be trusted. */
function counted(census: Census, group: Group & { readonly size: number }, release: number): GroupOfPeople {
  const people = peopleOf(census, group, release)
  if (people.size === group.size) return { ...people, group }
  throw new RangeError(
    `${people.name} has ${group.size} people in a table and ${people.size} in the population`
  )
}

/** Takes groups from the largest to the smallest, each unless it is too near to one that is taken already. */
function largestFirst(
  census: Census,
  candidates: readonly GroupOfPeople[],
  withheld: ReadonlySet<string>,
  past: Past,
  range: Range
): ReadonlyMap<string, GroupOfPeople> {
  const published = new Map<string, GroupOfPeople>()
  const taken: People[] = [...past.groups]
  for (const candidate of candidates) {
    if (published.has(candidate.name) || withheld.has(candidate.name)) continue
    if (!parentsOf(candidate.group).every(parent => published.has(nameOf(parent)))) continue
    const near =
      taken.some(other => tooNear(census, candidate, other, range)) ||
      past.remainders.some(left => nearRemainder(census, candidate, left, range))
    if (near && candidate.group.by.length > 0) continue
    published.set(candidate.name, candidate)
    taken.push(candidate)
  }
  return published
}

function firstToWithhold(
  census: Census,
  published: ReadonlyMap<string, GroupOfPeople>,
  past: Past,
  { difference: range, nesting }: GroupsToPublish
): string | undefined {
  const exposed: People[] = past.remainders.filter(({ size }) => size >= range.from && size <= range.to)
  for (const remainder of remaindersOf(census, published, nesting)) {
    const smallest = remainder.parts.at(-1)
    if (remainder.size < range.from || smallest === undefined) continue
    if (remainder.size <= range.to) {
      if (past.remainders.some(before => toldAgain(census, before, remainder))) continue
      const known = remainder.parts.length < 2 || exposed.some(other => overlap(census, other, remainder))
      if (known) return smallest.name
      exposed.push(remainder)
    } else {
      if (past.groups.some(group => nearRemainder(census, group, remainder, range))) return smallest.name
      const near = [...published.values()].find(group => nearRemainder(census, group, remainder, range))
      if (near !== undefined) return near.size < smallest.size ? near.name : smallest.name
    }
  }
  return undefined
}

/** What earlier releases told. */
type Past = { readonly groups: readonly People[]; readonly remainders: readonly Remainder[] }

function pastOf(census: Census, { earlier, nesting }: GroupsToPublish): Past {
  const groups: People[] = []
  const remainders: Remainder[] = []
  earlier.forEach((release, index) => {
    const published = new Map(
      [everyone, ...release.groups]
        .map(group => ({ ...peopleOf(census, group, index), group }))
        .sort((a, b) => b.size - a.size || a.group.by.length - b.group.by.length)
        .map((people): [string, GroupOfPeople] => [people.name, people])
    )
    remainders.push(...remaindersOf(census, published, nesting))
    groups.push(...published.values())
  })
  return { groups, remainders }
}
