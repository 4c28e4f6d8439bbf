import type { ProfileItem } from './profile.ts'
import type { Route } from './route.ts'
import type { Sort } from './sorts.ts'

/** Background answers that some responses hold. */
export type Combination = {
  readonly count: number
  /** Number of what is still said once some answers are taken out: bit i of `without` takes out answer i. */
  readonly said: (without: number) => number
}

/**
 * Which answers each combination gives up so that every combination that still says something is held by enough.
 *
 * All combinations held by too few try the same sets of answers at the same time, in the order of their numbers: the
 * least needed answer, the next, both, a third … So an answer is given up only where giving up all that are needed
 * less would not do, and neither the order of the combinations nor who came first matters. What is held by enough is
 * left alone and may be joined.
 *
 * @param answers how many there are, the least needed first
 * @param heldBy responses a combination needs
 * @returns for each combination the set it gives up, 0 for none
 */
export function givenUp(
  combinations: readonly Combination[],
  answers: number,
  heldBy: number
): readonly number[] {
  const everyAnswer = 2 ** answers - 1
  const given = combinations.map(() => everyAnswer)
  const held = new Set<number>()
  let rare = combinations.map((combination, index) => ({ ...combination, index }))
  for (let without = 0; without < everyAnswer && rare.length > 0; without += 1) {
    const counts = new Map<number, number>()
    const tried = rare.map(({ said }) => said(without))
    rare.forEach(({ count }, index) => {
      const name = tried[index] ?? 0
      counts.set(name, (counts.get(name) ?? 0) + count)
    })
    for (const [name, count] of counts) if (count >= heldBy) held.add(name)
    rare = rare.filter(({ index }, at) => {
      if (!held.has(tried[at] ?? 0)) return true
      given[index] = without
      return false
    })
  }
  return given
}

/** Each sort of responses as the combination it holds. */
export function combinationsOf(
  items: readonly ProfileItem[],
  route: Route,
  sorts: readonly Sort[]
): Combination[] {
  // Numbers of mixed radix, 0 for what is not given: every digit is an answer, and what the route says stands above.
  const weights = weightsOf(items)
  const above = weights.at(-1) ?? 1
  const routing = items.reduce(
    (bits, { question }, bit) => bits | (route.reads.has(question.id) ? 1 << bit : 0),
    0
  )
  const toldBy = numberedRoutes(items, route)
  return sorts.map(sort => {
    const digits = items.map(({ at }, bit) => (Math.max(-1, sort.sample[at] ?? -1) + 1) * (weights[bit] ?? 1))
    const open = digits.reduce((bits, digit, bit) => bits | (digit === 0 ? 1 << bit : 0), 0)
    return {
      count: sort.rows.length,
      said: without => {
        let said = 0
        for (let bit = 0; bit < digits.length; bit += 1)
          if (((without >> bit) & 1) === 0) said += digits[bit] ?? 0
        const unanswered = (without | open) & routing
        return unanswered === 0 ? said : said + above * toldBy(sort, unanswered)
      }
    }
  })
}

/** What one more answer of each question adds to a number; at the end what stands above them all. */
function weightsOf(items: readonly ProfileItem[]): number[] {
  const weights = [1]
  for (const { question } of items) weights.push((weights.at(-1) ?? 1) * (question.options.length + 1))
  return weights
}

/** Numbers what routes say, 0 for nothing. Sorts are many and routes few, so that each is looked at once. */
function numberedRoutes(
  items: readonly ProfileItem[],
  route: Route
): (sort: Sort, unanswered: number) => number {
  const numbers = new Map([['', 0]])
  const remembered = new Map<string, number>()
  const deciding = items.flatMap((item, bit) => (route.reads.has(item.question.id) ? [{ ...item, bit }] : []))
  return ({ sample, seen }, unanswered) => {
    const known = deciding.map(({ at, bit }) => ((unanswered >> bit) & 1 ? '' : sample[at]))
    const name = `${known.join()}/${seen}`
    const before = remembered.get(name)
    if (before !== undefined) return before
    const open = deciding.filter(({ bit }) => (unanswered >> bit) & 1)
    const said = route.says(sample, new Set(open.map(({ question }) => question.id)))
    const number = numbers.get(said) ?? numbers.size
    numbers.set(said, number)
    remembered.set(name, number)
    return number
  }
}
