import type { Questionnaire } from '#surveys'
import { isLive, type AnyRelease } from '../../live/release.ts'
import { oneOfTwoIn } from '../../live/plan.ts'
import type { LiveTable } from '../../live/table.ts'
import type { PrintedTable } from '../../table.ts'
import type { Policy } from '../policy.ts'

/** What the world can read of one release of a consultation. */
export type PublishedBefore = {
  /** How many responses it was made from: exact and public. */
  readonly responses: number
  readonly tables: readonly PrintedTable[]
  /** Tables of a live release, which prints no counts. */
  readonly shares?: readonly PublishedShares[]
}

/** One question for all respondents in a live release. */
export type PublishedShares = {
  readonly table: LiveTable
  /** Points between two shares that can be printed. */
  readonly step: number
  /** Whether its second share only says the first once more. */
  readonly oneOfTwo: boolean
  /** Responses when the table was last worked out anew, which may have been in an earlier release. */
  readonly responses: number
}

export type ToAudit = {
  readonly questionnaire: Questionnaire
  readonly policy: Policy
  /** All releases of the consultation in any order but the one to be published, which comes last. */
  readonly releases: readonly PublishedBefore[]
  /** Questions to look at; all where absent. The sizes of groups are looked at whatever is asked. */
  readonly questions?: readonly string[]
}

/** Releases as anybody can read them. */
export function publishedOf(releases: readonly AnyRelease[]): readonly PublishedBefore[] {
  const responsesAt = new Map(releases.map(({ number, responses }) => [number, responses]))
  return releases.map(release => {
    const { responses } = release
    if (!isLive(release)) return { responses, tables: [...release.tables, ...(release.declared ?? [])] }
    const { step } = release.rule
    const oneOfTwo = oneOfTwoIn(release.version.questionnaire)
    const shares = release.tables.map(table => {
      return {
        table,
        step,
        oneOfTwo: oneOfTwo.has(table.question),
        responses: responsesAt.get(table.renewed) ?? responses
      }
    })
    return { responses, tables: [], shares }
  })
}
