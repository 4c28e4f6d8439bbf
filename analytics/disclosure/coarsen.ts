import { codebookOf, type Questionnaire } from '#surveys'
import { combinationsOf, givenUp } from './coarsening/combinations.ts'
import { smallCountries, withRegion } from './coarsening/countries.ts'
import { profileItems, type ProfileItem } from './coarsening/profile.ts'
import { routeOf, type Route } from './coarsening/route.ts'
import { sortsOf, type Sort } from './coarsening/sorts.ts'
import { takenOut } from './coarsening/states.ts'

/** True counts over everything that was poured, before any noise. */
export const coarseningLimits = {
  /** Answers from a country below which it is told by its region alone. */
  countryFrom: 100,
  /**
   * Responses that must share all their background answers (k-anonymity; Sweeney 2002, IJUFKS 10:557–570).
   * Five is the number in common use: El Emam and Dankar 2008, JAMIA 15:627–637.
   */
  heldBy: 5
} as const

/**
 * Takes out of responses the background answers that would describe fewer than five people, for good.
 *
 * A country with too few answers becomes its region. Then every combination of background answers that is held by too
 * few gives up the least needed of them, until each combination that still says something is held by enough. "Not
 * given" is a value like any other here, and what the route of a response still tells of an answer counts as said.
 * The same responses in another order come out the same; doing it twice changes nothing more.
 *
 * @param breakdowns ids of the questions results are split by, as named at opening; their answers go last
 * @param responses all responses of one version, coded as in its codebook
 * @returns the responses in the order given; nothing but answers to background questions is ever changed
 * @throws RangeError when a response is not of this version
 */
export function coarsen(
  questionnaire: Questionnaire,
  breakdowns: readonly string[],
  responses: readonly (readonly number[])[]
): number[][] {
  const codebook = codebookOf(questionnaire)
  const items = profileItems(codebook, breakdowns)
  const route = routeOf(questionnaire, codebook, items)
  const sorts = sortsOf(items, route, responses, codebook.slots.length)
  const small = new Set(smallCountries(items, sorts, coarseningLimits.countryFrom))
  for (;;) {
    const coarse = withoutRare(items, route, small, sorts)
    const more = smallCountries(items, coarse, coarseningLimits.countryFrom)
    if (more.length === 0) return applied(items, responses, coarse)
    // Too few are left of a country that had enough: once more from the beginning, without it.
    for (const country of more) small.add(country)
  }
}

/** Each sort of responses as it becomes. */
function withoutRare(
  items: readonly ProfileItem[],
  route: Route,
  small: ReadonlySet<string>,
  sorts: readonly Sort[]
): Sort[] {
  const regional = sorts.map(sort => ({ ...sort, sample: withRegion(items, route, small, sort.sample) }))
  const without = givenUp(combinationsOf(items, route, regional), items.length, coarseningLimits.heldBy)
  return sorts.map((sort, index) => {
    const told = regional[index]?.sample ?? sort.sample
    const kept = items.filter(
      ({ at }, bit) => isGiven(told, at) && ((without[index] ?? 0) & (1 << bit)) === 0
    )
    const taken = items.filter(item => isGiven(sort.sample, item.at) && !kept.includes(item))
    const sample = kept.reduce((changed, { at }) => changed.with(at, told[at] ?? -1), sort.sample)
    return { ...sort, sample: takenOut(route, sample, taken) }
  })
}

function isGiven(response: readonly number[], at: number): boolean {
  return (response[at] ?? -1) >= 0
}

function applied(
  items: readonly ProfileItem[],
  responses: readonly (readonly number[])[],
  sorts: readonly Sort[]
): number[][] {
  const changed = responses.map(response => [...response])
  for (const { sample, rows } of sorts) {
    for (const row of rows) {
      const response = changed[row]
      if (response !== undefined) for (const { at } of items) response[at] = sample[at] ?? -1
    }
  }
  return changed
}
