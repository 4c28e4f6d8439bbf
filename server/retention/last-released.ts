import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { consultations, releases } from '../database/schema.ts'

/** A consultation that has been released, and the day of its last release in its own time zone. */
export type Released = {
  readonly id: string
  readonly slug: string
  readonly timeZone: string
  readonly releasedOn: string
}

/** All that have been released. The day stands in the bytes that were hashed, so nobody can have moved it. */
export async function lastReleased(db: Db): Promise<Released[]> {
  return (
    db
      .select({
        id: consultations.id,
        slug: consultations.slug,
        timeZone: consultations.timeZone,
        releasedOn: sql<string>`max(${releases.body}::jsonb ->> 'releasedOn')`
      })
      .from(consultations)
      // While answers still come in nothing is over yet.
      .innerJoin(releases, and(eq(releases.consultationId, consultations.id), eq(releases.live, false)))
      .groupBy(consultations.id)
      .orderBy(consultations.slug)
  )
}
