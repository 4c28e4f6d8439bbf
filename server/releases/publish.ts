import { and, desc, eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import {
  canonicalRelease,
  mayFollow,
  plannedTables,
  protect,
  protectCount,
  tabulate,
  totalKey,
  reopen,
  type CodedResponses,
  type Population,
  type Release
} from '#analytics'
import { codebookOf, dateAt, isClosed, questionsOf, statusAt } from '#surveys'
import { factsOf } from '../consultations/facts.ts'
import type { OpenedConsultation } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import * as schema from '../database/schema.ts'
import { note } from '../secretariat/audit-log.ts'
import { collectResponses } from './collect.ts'
import { fingerprintOf, prfOf } from './noise-key.ts'
import { sha256 } from './store.ts'

/** What became of the wish for a release. */
export type Publication =
  | {
      readonly outcome: 'released' | 'unchanged'
      readonly number: number
      readonly hash: string
      readonly responses: number
    }
  | {
      readonly outcome: 'refused'
      readonly code: 'stillOpen' | 'wrongKey' | 'tooFew' | 'tooClose'
      readonly params: Readonly<Record<string, string | number>>
    }

/**
 * Makes a release of all responses of a closed consultation: stream, tabulate, protect, hash, chain, store, in one
 * transaction that keeps batches of answers out while it runs.
 *
 * @param key the noise key; refused unless it is the one the consultation opened with
 */
export async function publishRelease(
  pool: pg.Pool,
  key: Buffer,
  consultation: OpenedConsultation,
  { by, now }: { readonly by: string; readonly now: Date }
): Promise<Publication> {
  const { slug, schedule, keyFingerprint } = consultation
  if (statusAt(schedule, now) !== 'closed') return { outcome: 'refused', code: 'stillOpen', params: { slug } }
  if (fingerprintOf(key) !== keyFingerprint) return { outcome: 'refused', code: 'wrongKey', params: { slug } }
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const publication = await publish(client, key, consultation, { by, now })
    await client.query(publication.outcome === 'released' ? 'COMMIT' : 'ROLLBACK')
    client.release()
    return publication
  } catch (error) {
    // A connection that failed in the middle of a COPY is of no further use.
    client.release(true)
    throw error
  }
}

async function publish(
  client: pg.PoolClient,
  key: Buffer,
  consultation: OpenedConsultation,
  { by, now }: { readonly by: string; readonly now: Date }
): Promise<Publication> {
  const tx: Db = drizzle(client, { schema })
  await tx
    .select({ id: schema.consultations.id })
    .from(schema.consultations)
    .where(eq(schema.consultations.id, consultation.id))
    .for('update')
  const earlier = await earlierReleases(tx, consultation.id)
  const codebook = codebookOf(consultation.version.questionnaire)
  const responses = await collectResponses(client, consultation.version.id, codebook)
  const [latest] = earlier
  const { policy } = consultation
  const params = { slug: consultation.slug, limit: policy.releaseStep }
  if (latest !== undefined && responses.count === latest.release.responses) {
    const { hash, release } = latest
    return { outcome: 'unchanged', number: release.number, hash, responses: release.responses }
  }
  if (!mayFollow(latest?.release.responses ?? null, responses.count, policy)) {
    return { outcome: 'refused', code: latest === undefined ? 'tooFew' : 'tooClose', params }
  }
  const { release, population } = await releaseOf(tx, key, consultation, responses, { earlier, now })
  const body = canonicalRelease(release)
  const hash = sha256(body)
  const place = { consultationId: consultation.id, number: release.number }
  await tx.insert(schema.releases).values({ ...place, hash, body })
  await tx.insert(schema.releasePopulations).values({ ...place, population })
  await note(tx, {
    by,
    did: 'released',
    consultationId: consultation.id,
    at: now,
    detail: { number: release.number, hash }
  })
  return { outcome: 'released', number: release.number, hash, responses: responses.count }
}

type Earlier = { readonly hash: string; readonly population: Population; readonly release: Release }

/** The releases made before, the latest first. */
async function earlierReleases(tx: Db, consultationId: string): Promise<Earlier[]> {
  const rows = await tx
    .select({
      hash: schema.releases.hash,
      body: schema.releases.body,
      population: schema.releasePopulations.population
    })
    .from(schema.releases)
    .innerJoin(
      schema.releasePopulations,
      and(
        eq(schema.releasePopulations.consultationId, schema.releases.consultationId),
        eq(schema.releasePopulations.number, schema.releases.number)
      )
    )
    .where(eq(schema.releases.consultationId, consultationId))
    .orderBy(desc(schema.releases.number))
  return rows.map(({ hash, body, population }) => {
    return { hash, population, release: reopen({ stored: body, hash, sha256 }) }
  })
}

async function releaseOf(
  tx: Db,
  key: Buffer,
  consultation: OpenedConsultation,
  responses: CodedResponses,
  { earlier, now }: { readonly earlier: readonly Earlier[]; readonly now: Date }
): Promise<{ release: Release; population: Population }> {
  const { breakdowns, policy, version } = consultation
  const { questionnaire } = version
  const codebook = codebookOf(questionnaire)
  const { tables, population } = tabulate({
    codebook,
    responses,
    breakdowns,
    plan: plannedTables(questionnaire, breakdowns)
  })
  const prf = prfOf(key, consultation.id)
  const everyone = totalKey(responses)
  const release: Release = {
    schema: 'earshot.release/1',
    number: (earlier[0]?.release.number ?? 0) + 1,
    releasedOn: dateAt(now, consultation.timeZone),
    previous: earlier[0]?.hash ?? null,
    consultation: factsOf(consultation),
    version: { number: version.number, hash: version.hash, questionnaire },
    breakdowns,
    policy,
    responses: responses.count,
    tables: protect({
      tables,
      population,
      earlier: earlier.map(each => ({ population: each.population, tables: each.release.tables })),
      questionnaire,
      policy,
      prf
    }),
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
    .select({ question: schema.remarks.question, count: sql<number>`count(*)::integer` })
    .from(schema.remarks)
    .where(eq(schema.remarks.versionId, version.id))
    .groupBy(schema.remarks.question)
  const open = questionsOf(version.questionnaire).filter(question => !isClosed(question))
  return open.map(({ id }) => ({ question: id, count: rows.find(row => row.question === id)?.count ?? 0 }))
}
