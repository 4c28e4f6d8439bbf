import { canonicalJson } from '../canonical.ts'
import { mayFollow } from '../release.ts'
import type { AnyRelease } from '../live/release.ts'
import { note, wrong, type Finding } from './finding.ts'

/** A release that was read, with the hash of its bytes. */
export type Link = { readonly hash: string; readonly release: AnyRelease }

/** Releases as a chain: each holds the hash of the one before. Given in any order; what is not there is only noted. */
export function verifyChain(links: readonly Link[]): Finding[] {
  const ordered = [...links].sort((one, other) => one.release.number - other.release.number)
  return [
    ...ordered.flatMap(({ release }) => startFindings(release)),
    ...ordered.slice(1).flatMap((link, index) => {
      const before = ordered[index]
      return before === undefined ? [] : linkFindings(before, link)
    })
  ]
}

function startFindings({ number, previous }: AnyRelease): Finding[] {
  return (number === 1) === (previous === null) ? [] : [wrong('chainStart', `release ${number}`)]
}

function linkFindings(before: Link, { release }: Link): Finding[] {
  const last = before.release
  const at = `release ${release.number}`
  if (release.consultation.slug !== last.consultation.slug) return [wrong('chainSlug', at)]
  if (release.number === last.number) return [wrong('chainNumber', at)]
  if (release.number > last.number + 1) return [note('chainGap', at, { last: last.number })]
  const { responses } = last
  return [
    ...(release.previous === before.hash ? [] : [wrong('chainHash', at, { number: last.number })]),
    ...(mayFollow(responses, release.responses, release.policy)
      ? []
      : [wrong('chainStep', at, { responses: release.responses, before: responses })]),
    ...(release.schema === 'earshot.live/1' ? liveFindings(last, release, at) : [])
  ]
}

/** After the close nothing is live any more; and what was not worked out anew is what it was. */
function liveFindings(
  last: AnyRelease,
  release: Extract<AnyRelease, { schema: 'earshot.live/1' }>,
  at: string
): Finding[] {
  if (last.schema !== 'earshot.live/1') return [wrong('chainLive', at)]
  return release.tables
    .filter(({ renewed }) => renewed < release.number)
    .filter(table => {
      const before = last.tables.find(({ question }) => question === table.question)
      return before === undefined || canonicalJson(before) !== canonicalJson(table)
    })
    .map(({ question }) => wrong('chainUnchanged', `${at}, ${question}`))
}
