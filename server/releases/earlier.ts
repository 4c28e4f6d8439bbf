import { and, desc, eq } from 'drizzle-orm'
import { reopen, type Population, type Release } from '#analytics'
import type { Db } from '../database/client.ts'
import { releasePopulations, releases } from '../database/schema.ts'
import { sha256 } from '../sha256.ts'

/** A release with what is not public: the true sizes of the groups behind it. */
export type Earlier = { readonly hash: string; readonly population: Population; readonly release: Release }

/** The releases of a consultation that were made before, the latest first. */
export async function earlierReleases(tx: Db, consultationId: string): Promise<Earlier[]> {
  const rows = await tx
    .select({ hash: releases.hash, body: releases.body, population: releasePopulations.population })
    .from(releases)
    .innerJoin(
      releasePopulations,
      and(
        eq(releasePopulations.consultationId, releases.consultationId),
        eq(releasePopulations.number, releases.number)
      )
    )
    .where(eq(releases.consultationId, consultationId))
    .orderBy(desc(releases.number))
  return rows.map(({ hash, body, population }) => {
    return { hash, population, release: reopen({ stored: body, hash, sha256 }) }
  })
}
