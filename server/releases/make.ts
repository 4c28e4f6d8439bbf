import { eq, sql } from 'drizzle-orm'
import {
  declaredTables,
  isDeclared,
  plannedTables,
  protect,
  protectCount,
  publishedOf,
  tabulate,
  totalKey,
  type CodedResponses,
  type Population,
  type Release
} from '#analytics'
import { dateAt, isClosed, questionsOf, type Codebook } from '#surveys'
import { factsOf } from '../consultations/facts.ts'
import type { OpenedConsultation } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import { remarks } from '../database/schema.ts'
import { following, type Link } from './chain.ts'
import type { Earlier } from './earlier.ts'
import { entryOf } from './entry.ts'
import { prfOf } from './noise-key.ts'
import { auditedTables } from './audited.ts'

/** What a release is made of. `earlier` has the latest first; what they printed, this one prints or hides as well. */
export type Material = {
  readonly key: Buffer
  readonly codebook: Codebook
  readonly responses: CodedResponses
  readonly earlier: readonly Earlier[]
  /** All releases before this one, live ones too, the latest first. */
  readonly chain: readonly Link[]
  readonly now: Date
  /** Told how much of the audit is done, from 0 to 1. */
  readonly progress?: (fraction: number) => void
}

/** Tabulates, protects and audits: the next release of a consultation, and the true sizes behind it, which are not public. */
export async function makeRelease(
  tx: Db,
  consultation: OpenedConsultation,
  { key, codebook, responses, earlier, chain, now, progress }: Material
): Promise<{ release: Release; population: Population }> {
  const { breakdowns, policy, version } = consultation
  const { questionnaire } = version
  const { tables, population } = tabulate({
    codebook,
    responses,
    breakdowns,
    plan: plannedTables(questionnaire, breakdowns)
  })
  const prf = prfOf(key, consultation.id)
  const everyone = totalKey(responses)
  const audited = await auditedTables(
    {
      questionnaire,
      policy,
      responses: responses.count,
      tables: protect({
        tables: [...tables, ...declaredTables(codebook, responses, consultation.languages)],
        population,
        earlier: earlier.map(each => ({ population: each.population, tables: each.release.tables })),
        questionnaire,
        policy,
        prf
      }),
      earlier: publishedOf(chain.map(each => each.release))
    },
    progress
  )
  const release: Release = {
    schema: 'earshot.release/1',
    releasedOn: dateAt(now, consultation.timeZone),
    ...following(chain[0]),
    consultation: factsOf(consultation),
    version: { number: version.number, hash: version.hash, questionnaire },
    breakdowns,
    policy,
    responses: responses.count,
    entry: await entryOf(tx, consultation.id),
    tables: audited.tables.filter(({ question }) => !isDeclared(question)),
    declared: audited.tables.filter(({ question }) => isDeclared(question)),
    leftOut: audited.leftOut,
    ...(consultation.target && { target: consultation.target }),
    written: (await writtenCounts(tx, consultation)).map(({ question, count }) => ({
      question,
      count: protectCount({ question, count, responses: responses.count, key: everyone, policy, prf })
    }))
  }
  return { release, population }
}

/** How many wrote something for each open question. */
async function writtenCounts(
  tx: Db,
  { version }: OpenedConsultation
): Promise<{ question: string; count: number }[]> {
  const rows = await tx
    .select({ question: remarks.question, count: sql<number>`count(*)::integer` })
    .from(remarks)
    .where(eq(remarks.versionId, version.id))
    .groupBy(remarks.question)
  const open = questionsOf(version.questionnaire).filter(question => !isClosed(question))
  return open.map(({ id }) => ({ question: id, count: rows.find(row => row.question === id)?.count ?? 0 }))
}
