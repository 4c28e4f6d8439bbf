import { and, desc, eq } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { consultations, releases } from '../database/schema.ts'

/** Which release of a consultation is the newest: all that is told of it between two looks at the page. */
export type Newest = { readonly number: number; readonly hash: string }

/** The newest release of each consultation that shows live results and has one, by its slug. */
export async function newestOfAll(db: Db): Promise<ReadonlyMap<string, Newest>> {
  const rows = await db
    .selectDistinctOn([consultations.slug], {
      slug: consultations.slug,
      number: releases.number,
      hash: releases.hash
    })
    .from(releases)
    .innerJoin(
      consultations,
      and(eq(consultations.id, releases.consultationId), eq(consultations.live, true))
    )
    .orderBy(consultations.slug, desc(releases.number))
  return new Map(rows.map(({ slug, number, hash }) => [slug, { number, hash }]))
}
