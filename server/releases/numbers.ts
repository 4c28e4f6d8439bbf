import { desc, eq } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { consultations, releases } from '../database/schema.ts'

/** The numbers of all releases of a consultation, the latest first. */
export async function numbersOfReleases(db: Db, slug: string): Promise<number[]> {
  const rows = await db
    .select({ number: releases.number })
    .from(releases)
    .innerJoin(consultations, eq(consultations.id, releases.consultationId))
    .where(eq(consultations.slug, slug))
    .orderBy(desc(releases.number))
  return rows.map(({ number }) => number)
}
