import { differenceOf, without, type Census, type People } from './census.ts'
import { groupAround, nameOf, parentsOf, type Group, type Nesting } from './groups.ts'

/** A group with its people at one release. */
export type GroupOfPeople = People & { readonly group: Group }

/** Numbers of people, both ends included. */
export type Range = { readonly from: number; readonly to: number }

/** What is left of a published group without its published parts, which differ in the value of one question. */
export type Remainder = People & { readonly whole: People; readonly parts: readonly People[] }

/**
 * Remainders of all published groups by all breakdowns that divide them, the largest wholes first; with nesting also
 * those of a region without its published countries.
 */
export function remaindersOf(
  census: Census,
  published: ReadonlyMap<string, GroupOfPeople>,
  nesting?: Nesting
): readonly Remainder[] {
  const groups = [...published.values()]
  const parts = new Map<string, GroupOfPeople[]>()
  for (const part of groups) {
    for (const { whole, question } of wholesOf(part.group, nesting)) {
      const family = JSON.stringify([nameOf(whole), question])
      const siblings = parts.get(family)
      if (siblings === undefined) parts.set(family, [part])
      else siblings.push(part)
    }
  }
  return groups.flatMap(whole =>
    census.breakdowns.flatMap(question => {
      const family = parts.get(JSON.stringify([whole.name, question]))
      return family === undefined ? [] : [{ ...without(census, whole, family), whole, parts: family }]
    })
  )
}

/** The groups that a part divides, with the question whose values divide them. */
function wholesOf(
  part: Group,
  nesting: Nesting | undefined
): readonly { readonly whole: Group; readonly question: string }[] {
  const around = nesting && groupAround(part, nesting)
  return [
    ...parentsOf(part).map((whole, index) => ({ whole, question: part.by[index] ?? '' })),
    ...(nesting === undefined || around === undefined ? [] : [{ whole: around, question: nesting.finer }])
  ]
}

/** Whether the two differ by so few people that these stand out. */
export function tooNear(census: Census, a: People, b: People, range: Range): boolean {
  // Sizes apart mean people apart: most pairs need no closer look.
  if (Math.abs(a.size - b.size) > range.to) return false
  const difference = differenceOf(census, a, b)
  return difference >= range.from && difference <= range.to
}

/** A group and a remainder; what parts a whole from its own remainder is a published part, which is no secret. */
export function nearRemainder(census: Census, group: People, remainder: Remainder, range: Range): boolean {
  if (remainder.size <= range.to || remainder.whole.name === group.name) return false
  return tooNear(census, group, remainder, range)
}

/** The same parts of the same people: their noise is the same too, so nothing is told that was not. */
export function toldAgain(census: Census, before: Remainder, now: Remainder): boolean {
  return before.name === now.name && differenceOf(census, before.whole, now.whole) === 0
}
