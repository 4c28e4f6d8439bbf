import type { Language } from '#locales'
import type { Questionnaire } from '#surveys'
import { canonicalJson } from './canonical.ts'
import type { Policy } from './disclosure/policy.ts'
import type { ProtectedCount, ProtectedTable } from './disclosure/protect.ts'
import type { Entry } from './entry.ts'
import type { AnyRelease } from './live/release.ts'
import type { Target } from './composition/target.ts'

/** The meeting a consultation prepares, as far as readers of its results need to know it. */
export type ReleaseMeeting = {
  readonly body: string
  readonly number: number
  readonly place: string
  readonly startsOn: string
  readonly endsOn: string
}

/** A table that was left out whole: never why, for that would tell a part of what it would have told. */
export type LeftOut = { readonly question: string; readonly by: readonly string[] }

/** A numbered, immutable set of protected tables, whole in itself: every output is made from one release alone. */
export type Release = {
  readonly schema: 'earshot.release/1'
  readonly number: number
  /** Date of the release, `YYYY-MM-DD`. */
  readonly releasedOn: string
  /** SHA-256 of the canonical bytes of the release before this one, in hexadecimal. */
  readonly previous: string | null
  readonly consultation: {
    readonly slug: string
    /** Made-up answers that show how Earshot works; every output says so. */
    readonly demonstration: boolean
    /** First and last day, inclusive, in the consultation's time zone. */
    readonly opensOn: string
    readonly closesOn: string
    readonly timeZone: string
    readonly languages: readonly Language[]
    readonly meeting: ReleaseMeeting | null
  }
  readonly version: { readonly number: number; readonly hash: string; readonly questionnaire: Questionnaire }
  readonly breakdowns: readonly string[]
  readonly policy: Policy
  /** How many responses it was made from, exactly: two releases differ by none or by at least ten. */
  readonly responses: number
  /** How respondents were let in; not there in releases made before this was kept. */
  readonly entry?: Entry
  readonly tables: readonly ProtectedTable[]
  /** Tables that were planned and are not there, because the audit before publication found too much in them. */
  readonly leftOut?: readonly LeftOut[]
  /** What respondents declared without a question, for all of them; not there in releases made before this was kept. */
  readonly declared?: readonly ProtectedTable[]
  /** What respondents are compared with; not there unless a target was given at opening. */
  readonly target?: Target
  /** How many wrote something for each open question. */
  readonly written: readonly { readonly question: string; readonly count: ProtectedCount }[]
}

/** The bytes of a release of either sort, as text: what is hashed, stored and chained to. */
export function canonicalRelease(release: AnyRelease): string {
  return canonicalJson(release)
}

/**
 * Whether a release of so many responses may follow the last one: with the same answers, or with enough new ones
 * that no small number of people stands out between the two. Responses are never taken away.
 *
 * @param previous responses in the last release, null for the first
 */
export function mayFollow(previous: number | null, next: number, policy: Policy): boolean {
  if (previous === null) return next >= policy.releaseStep
  return next === previous || next - previous >= policy.releaseStep
}
