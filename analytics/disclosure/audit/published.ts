import type { Questionnaire } from '#surveys'
import type { PrintedTable } from '../../table.ts'
import type { Policy } from '../policy.ts'

/** What the world can read of one release of a consultation. */
export type PublishedBefore = {
  /** How many responses it was made from: exact and public. */
  readonly responses: number
  readonly tables: readonly PrintedTable[]
  /** Shares of a live release, which prints no counts; of all respondents, never of a group. */
  readonly shares?: readonly PublishedShares[]
}

/** Shares of one question for all respondents, in steps. */
export type PublishedShares = {
  readonly question: string
  /** Points between two shares that can be printed: 5. */
  readonly step: number
  /** Responses when these shares were made, which may be an earlier release than the one that shows them. */
  readonly responses: number
  /** Whole per cents, multiples of `step`; null where words stand in the place of a share. */
  readonly cells: readonly { readonly code: string; readonly percent: number | null }[]
}

export type ToAudit = {
  readonly questionnaire: Questionnaire
  readonly policy: Policy
  /** All releases of the consultation by the number of their responses, the one to be published last. */
  readonly releases: readonly PublishedBefore[]
  /** Questions to look at; all where absent. */
  readonly questions?: readonly string[]
}
