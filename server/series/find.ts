import { asc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Comparability } from '#analytics'
import type { Db } from '../database/client.ts'
import { comparabilities, consultations } from '../database/schema.ts'

/** The consultations of a series by their short names, in the order of time; those that have not been opened come last. */
export async function seriesMembers(db: Db, name: string): Promise<string[]> {
  const rows = await db
    .select({ slug: consultations.slug })
    .from(consultations)
    .where(eq(consultations.series, name))
    .orderBy(asc(consultations.opensOn), asc(consultations.closesOn), asc(consultations.slug))
  return rows.map(({ slug }) => slug)
}

/** The series a consultation belongs to; null where it stands alone. */
export async function seriesOf(db: Db, slug: string): Promise<string | null> {
  const [row] = await db
    .select({ series: consultations.series })
    .from(consultations)
    .where(eq(consultations.slug, slug))
  return row?.series ?? null
}

/** A person's word, with the reason that was given; never on a page. */
export type Said = Comparability & { readonly why: string }

/** What people have said about questions of a series, in the order of time. */
export async function saidOf(db: Db, name: string): Promise<Said[]> {
  const later = alias(consultations, 'later')
  return db
    .select({
      earlier: consultations.slug,
      later: later.slug,
      question: comparabilities.question,
      comparable: comparabilities.comparable,
      why: comparabilities.why,
      saidOn: sql<string>`to_char(${comparabilities.at} at time zone ${later.timeZone}, 'YYYY-MM-DD')`
    })
    .from(comparabilities)
    .innerJoin(consultations, eq(consultations.id, comparabilities.earlierId))
    .innerJoin(later, eq(later.id, comparabilities.laterId))
    .where(eq(later.series, name))
    .orderBy(asc(comparabilities.at))
}
