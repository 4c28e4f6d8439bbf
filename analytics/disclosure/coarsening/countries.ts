import { regionOf, stateCodes } from '#surveys'
import type { ProfileItem } from './profile.ts'
import type { Route } from './route.ts'
import type { Sort } from './sorts.ts'

/** Codes of the countries that somebody named, but too few. */
export function smallCountries(
  items: readonly ProfileItem[],
  sorts: readonly Sort[],
  from: number
): string[] {
  const country = itemOf(items, 'country')
  if (country === undefined) return []
  const counts = country.question.options.map(() => 0)
  for (const { sample, rows } of sorts) {
    const option = sample[country.at] ?? -1
    if (option >= 0) counts[option] = (counts[option] ?? 0) + rows.length
  }
  return country.question.options.flatMap(({ code }, option) => {
    const count = counts[option] ?? 0
    return count > 0 && count < from ? [code] : []
  })
}

/**
 * Takes a small country out of a response and tells its region instead, where the questionnaire asks for regions and
 * this one was left open. A region that somebody preferred not to say stays unsaid; one that decides what is asked
 * stays as it is.
 */
export function withRegion(
  items: readonly ProfileItem[],
  route: Route,
  small: ReadonlySet<string>,
  response: readonly number[]
): readonly number[] {
  const country = itemOf(items, 'country')
  const code = country?.question.options[response[country.at] ?? -1]?.code
  if (country === undefined || code === undefined || !small.has(code)) return response
  const changed = response.with(country.at, stateCodes.skipped)
  const region = itemOf(items, 'region')
  if (region === undefined || route.reads.has(region.question.id)) return changed
  const state = response[region.at]
  const isOpen = state === stateCodes.skipped || state === stateCodes.dk
  const option = region.question.options.findIndex(one => one.code === regionOf(code))
  return isOpen && option !== -1 ? changed.with(region.at, option) : changed
}

function itemOf(items: readonly ProfileItem[], profile: 'country' | 'region'): ProfileItem | undefined {
  return items.find(({ question }) => question.profile === profile)
}
