import { nameOf, parentsOf, within, type Group } from '../disclosure/groups.ts'
import { countryOf } from '../disclosure/sizes.ts'
import type { Release } from '../release.ts'
import { closedQuestionsOf } from '../release-parts.ts'
import { placeOf, wrong, type Finding } from './finding.ts'

type Seen = { readonly group: Group; readonly n: number | null; readonly at: string }

/** What holds of groups over all tables: one size each, shown everywhere or nowhere, and never without their parts. */
export function verifyGroups(release: Release): Finding[] {
  const seen = release.tables.flatMap(table =>
    table.columns.map(({ values, size }): Seen => ({
      group: { by: table.by, values },
      n: size.n,
      at: placeOf(table, values)
    }))
  )
  const first = new Map<string, Seen>()
  for (const each of seen) {
    const name = nameOf(each.group)
    if (!first.has(name)) first.set(name, each)
  }
  return [
    ...seen.flatMap(each => sameFindings(each, first.get(nameOf(each.group)))),
    ...[...first.values()].flatMap(each => [
      ...partFindings(each, first),
      ...countryFindings(each, first, release)
    ]),
    ...countFindings(release, first)
  ]
}

function sameFindings(here: Seen, there: Seen | undefined): Finding[] {
  if (there === undefined || here.n === there.n) return []
  if (here.n === null || there.n === null) return [wrong('shownAndHidden', here.at, { other: there.at })]
  return [wrong('twoSizes', here.at, { n: here.n, other: there.at, otherN: there.n })]
}

/** A pair of values is shown only where both values are. */
function partFindings({ group, n, at }: Seen, sizes: ReadonlyMap<string, Seen>): Finding[] {
  if (n === null || group.by.length < 2) return []
  return parentsOf(group)
    .filter(part => sizes.get(nameOf(part))?.n === null || !sizes.has(nameOf(part)))
    .map(part => wrong('pairWithoutParts', at, { part: part.values.join(', ') }))
}

function countryFindings(
  { group, n, at }: Seen,
  sizes: ReadonlyMap<string, Seen>,
  { version, policy }: Release
): Finding[] {
  const country = countryOf(version.questionnaire)
  const place = country === undefined ? -1 : group.by.indexOf(country)
  if (country === undefined || n === null || place < 0) return []
  const alone = sizes.get(nameOf({ by: [country], values: [group.values[place] ?? ''] }))?.n ?? n
  return alone < policy.countryFrom
    ? [wrong('smallCountry', at, { n: alone, least: policy.countryFrom })]
    : []
}

/** Who gave an answer that makes groups is counted once: the cell and the size of the group are one number. */
function countFindings(release: Release, sizes: ReadonlyMap<string, Seen>): Finding[] {
  const questions = closedQuestionsOf(release)
  return release.tables
    .filter(
      ({ question }) => release.breakdowns.includes(question) && questions.get(question)?.kind !== 'multiple'
    )
    .flatMap(table =>
      table.columns.flatMap(column =>
        column.cells.flatMap(({ code, n }) => {
          const size = sizes.get(
            nameOf(within({ by: table.by, values: column.values }, table.question, code))
          )?.n
          if (n === null || size === null || size === undefined || column.base.n === null) return []
          const one = Math.min(size, column.base.n)
          return n === one
            ? []
            : [wrong('sizeAndCount', `${placeOf(table, column.values)}, ${code}`, { n, size: one })]
        })
      )
    )
}
