import type { Policy } from '../disclosure/policy.ts'
import type { ProtectedLiveTable } from '../disclosure/protect.ts'
import type { Release } from '../release.ts'

/** How live results go, beside the policy; fixed when a consultation opens. */
export type LiveRule = {
  /** Responses of the first release: 10, in a room 30. */
  readonly first: number
  /** Points of a hundred to which shares are rounded. */
  readonly step: number
  /** By how many its printed base must have grown before a question's table is worked out anew. */
  readonly renewal: number
}

/**
 * What is shown while answers still come in: a numbered release like any other, in the same chain, that contains no
 * count but the number of its responses, which the schedule gives.
 */
export type LiveRelease = {
  readonly schema: 'earshot.live/1'
  readonly number: number
  /** Date of the release, `YYYY-MM-DD`. The time of day is not kept: it would tell when the last answer came. */
  readonly releasedOn: string
  /** SHA-256 of the canonical bytes of the release before this one, in hexadecimal. */
  readonly previous: string | null
  readonly consultation: Release['consultation']
  readonly version: Release['version']
  readonly policy: Policy
  readonly rule: LiveRule
  /** How many responses it was made from: exactly a threshold of the schedule. At least ten more were waiting. */
  readonly responses: number
  /** Each closed question that may be told live, in the order of the form, for all respondents. */
  readonly tables: readonly ProtectedLiveTable[]
}

/** Any release of a consultation; `schema` tells which. */
export type AnyRelease = Release | LiveRelease

export function isLive(release: AnyRelease): release is LiveRelease {
  return release.schema === 'earshot.live/1'
}
