import { addresses } from '#views'
import type { Config } from './config.ts'
import type { Demonstration } from './consultations/demonstrations.ts'

/** What the start says of demonstrations: where to look at them, and in production that they should not be there. */
export function demonstrationLines(
  found: readonly Demonstration[],
  { production, demonstration }: Pick<Config, 'production' | 'demonstration'>,
  address: string
): string[] {
  if (production && found.length > 0) {
    const slugs = found.map(({ slug }) => slug).join(', ')
    return [
      `This database holds demonstrations, whose answers are made up: ${slugs}. Use another one for real consultations.`
    ]
  }
  if (!demonstration) return []
  return [
    ...found
      .filter(each => each.open)
      .flatMap(({ slug, live }) => [
        `Demonstration, open: ${address}${addresses.landing('en', slug)}`,
        ...(live ? [`Demonstration, live: ${address}${addresses.live('en', slug)}`] : [])
      ]),
    ...found.flatMap(({ slug, latestRelease }) =>
      latestRelease === null
        ? []
        : [
            `Demonstration, results: ${address}${addresses.results('en', slug)}`,
            `Demonstration, report: ${address}${addresses.report('en', slug, latestRelease)}`
          ]
    )
  ]
}
