import { eq } from 'drizzle-orm'
import type pg from 'pg'
import { canonicalRelease, mayFollow, type LeftOut } from '#analytics'
import { codebookOf, statusAt } from '#surveys'
import type { Actor } from '../actor.ts'
import { note } from '../audit-log.ts'
import type { OpenedConsultation } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import * as schema from '../database/schema.ts'
import { inTransaction } from '../database/transaction.ts'
import { closeDoor, holdDoor } from '../waiting-room/door.ts'
import { chainOf } from './chain.ts'
import { collectResponses } from './collect.ts'
import { earlierReleases } from './earlier.ts'
import { makeRelease } from './make.ts'
import { fingerprintOf } from './noise-key.ts'
import { sha256 } from '../sha256.ts'

/** What became of the wish for a release. */
export type Publication =
  | {
      readonly outcome: 'released' | 'unchanged'
      readonly number: number
      readonly hash: string
      readonly responses: number
      /** Tables that the audit left out. */
      readonly leftOut: readonly LeftOut[]
    }
  | {
      readonly outcome: 'refused'
      readonly code: 'stillOpen' | 'notPoured' | 'wrongKey' | 'tooFew' | 'tooClose'
      readonly params: Readonly<Record<string, string | number>>
    }

/**
 * Makes a release of all responses of a consultation that has closed and been poured: stream, tabulate, protect, audit, hash, chain,
 * store, in one transaction that keeps batches of answers out while it runs. Nothing more is admitted from then on, whatever becomes of
 * the release: an answer that came behind it could be told from the difference to the next.
 *
 * @param key the noise key; refused unless it is the one the consultation opened with
 * @param progress told how much of the audit is done, from 0 to 1: it takes the longest
 */
export async function publishRelease(
  pool: pg.Pool,
  key: Buffer,
  consultation: OpenedConsultation,
  actor: Actor,
  progress?: (fraction: number) => void
): Promise<Publication> {
  const { slug, schedule, keyFingerprint } = consultation
  if (statusAt(schedule, actor.now) !== 'closed')
    return { outcome: 'refused', code: 'stillOpen', params: { slug } }
  if (fingerprintOf(key) !== keyFingerprint) return { outcome: 'refused', code: 'wrongKey', params: { slug } }
  return inTransaction(pool, (tx, client) => publish(tx, client, key, consultation, actor, progress))
}

async function publish(
  tx: Db,
  client: pg.PoolClient,
  key: Buffer,
  consultation: OpenedConsultation,
  { by, now }: Actor,
  progress?: (fraction: number) => void
): Promise<Publication> {
  const { id, slug, policy, version } = consultation
  await holdDoor(tx, id)
  await closeDoor(tx, id)
  const [row] = await tx
    .select({ emptied: schema.consultations.emptied })
    .from(schema.consultations)
    .where(eq(schema.consultations.id, id))
  if (row?.emptied === null) return { outcome: 'refused', code: 'notPoured', params: { slug } }
  const earlier = await earlierReleases(tx, id)
  const [latest] = earlier
  const chain = await chainOf(tx, id)
  const [last] = chain
  const codebook = codebookOf(version.questionnaire)
  const responses = await collectResponses(client, version.id, codebook)
  if (latest !== undefined && responses.count === latest.release.responses) {
    const { hash, release } = latest
    return {
      outcome: 'unchanged',
      number: release.number,
      hash,
      responses: release.responses,
      leftOut: release.leftOut ?? []
    }
  }
  if (!mayFollow(last?.release.responses ?? null, responses.count, policy)) {
    const code = last === undefined ? 'tooFew' : 'tooClose'
    return { outcome: 'refused', code, params: { slug, limit: policy.releaseStep } }
  }
  const made = await makeRelease(tx, consultation, {
    key,
    codebook,
    responses,
    earlier,
    chain,
    now,
    ...(progress && { progress })
  })
  const { number } = made.release
  const body = canonicalRelease(made.release)
  const hash = sha256(body)
  await tx.insert(schema.releases).values({ consultationId: id, number, hash, body })
  await tx
    .insert(schema.releasePopulations)
    .values({ consultationId: id, number, population: made.population })
  await note(tx, { by, at: now, did: 'released', consultationId: id, detail: { number, hash } })
  const { leftOut = [] } = made.release
  return { outcome: 'released', number, hash, responses: responses.count, leftOut }
}
