import { isClosed, questionsOf } from '#surveys'
import { defaultPolicy, type Policy } from '../disclosure/policy.ts'
import { plannedTables } from '../plan.ts'
import type { Release } from '../release.ts'
import { note, placeOf, wrong, type Finding } from './finding.ts'
import { askedIn, verifyCount, verifyTable } from './table.ts'
import { verifyGroups } from './groups.ts'

/** Every number of a final release against the policy that is stored with it. */
export function verifyFinal(release: Release): Finding[] {
  const { policy, responses } = release
  const asked = askedIn(release)
  return [
    ...policyFindings(policy),
    ...(responses < policy.releaseStep
      ? [wrong('tooFewResponses', 'release', { responses, least: policy.releaseStep })]
      : []),
    ...planFindings(release),
    ...release.tables.flatMap(table => verifyTable(asked, table)),
    ...verifyGroups(release),
    ...writtenFindings(release),
    ...entryFindings(release)
  ]
}

/** A release can obey a policy that protects nobody; that is no fault of its numbers, and a reader should know. */
export function policyFindings(policy: Policy): Finding[] {
  const weaker = [
    policy.noise.D < defaultPolicy.noise.D ? 'noise' : undefined,
    policy.noise.V < defaultPolicy.noise.V ? 'variance' : undefined,
    policy.countFrom < defaultPolicy.countFrom ? 'countFrom' : undefined,
    policy.percentFrom < defaultPolicy.percentFrom ? 'percentFrom' : undefined,
    bases.some(base => topFrom(policy, base) > topFrom(defaultPolicy, base)) ? 'topCoding' : undefined,
    policy.countryFrom < defaultPolicy.countryFrom ? 'countryFrom' : undefined,
    policy.difference.from > defaultPolicy.difference.from ||
    policy.difference.to < defaultPolicy.difference.to
      ? 'difference'
      : undefined,
    policy.releaseStep < defaultPolicy.releaseStep ? 'releaseStep' : undefined
  ].filter(name => name !== undefined)
  return weaker.length === 0 ? [] : [note('weakPolicy', 'policy', { parts: weaker.join(', ') })]
}

/** Bases at which the policy of the house changes what is top-coded. */
const bases = [50, 100, 300]

/** The share from which none is told exactly; more than all where every one is. */
function topFrom({ topCoding }: Policy, base: number): number {
  return topCoding.find(({ below }) => below === null || base < below)?.percent ?? 101
}

function planFindings(release: Release): Finding[] {
  const { questionnaire } = release.version
  const nameOf = (question: string, by: readonly string[]) => JSON.stringify([question, [...by].sort()])
  const planned = new Set(
    plannedTables(questionnaire, release.breakdowns).flatMap(({ question, by }) =>
      by.map(list => nameOf(question, list))
    )
  )
  const leftOut = new Set((release.leftOut ?? []).map(({ question, by }) => nameOf(question, by)))
  const seen = new Set<string>()
  return release.tables.flatMap(table => {
    const name = nameOf(table.question, table.by)
    const doubled = seen.has(name)
    seen.add(name)
    if (!planned.has(name) || leftOut.has(name)) return [wrong('unplannedTable', placeOf(table))]
    return doubled ? [wrong('doubledTable', placeOf(table))] : []
  })
}

function writtenFindings({ written, version, policy, responses }: Release): Finding[] {
  const open = new Set(
    questionsOf(version.questionnaire)
      .filter(question => !isClosed(question))
      .map(({ id }) => id)
  )
  return written.flatMap(({ question, count }) => [
    ...(open.has(question) ? [] : [wrong('openQuestion', question)]),
    ...verifyCount(count, responses, policy, question)
  ])
}

/** How many came cannot exceed how many could. */
function entryFindings({ entry, responses }: Release): Finding[] {
  if (entry === undefined || entry.access === 'open') return []
  const pairs: readonly (readonly [part: string, number, whole: string, number])[] =
    entry.access === 'cards'
      ? [
          ['void', entry.void, 'issued', entry.issued],
          ['redeemed', entry.redeemed, 'issued', entry.issued],
          ['accepted', entry.accepted, 'redeemed', entry.redeemed]
        ]
      : [['accepted', entry.accepted, 'entered', entry.entered]]
  return [...pairs, ['accepted', entry.accepted, 'responses', responses] as const].flatMap(
    ([part, few, whole, all]) => (few <= all ? [] : [wrong('entry', 'entry', { part, few, whole, all })])
  )
}
