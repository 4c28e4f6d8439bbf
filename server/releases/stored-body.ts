import { and, eq } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { consultations, releases } from '../database/schema.ts'

/** The hash of a numbered release of either sort; undefined where there is none. */
export async function findReleaseHash(db: Db, slug: string, number: number): Promise<string | undefined> {
  const [row] = await db
    .select({ hash: releases.hash })
    .from(releases)
    .innerJoin(consultations, eq(consultations.id, releases.consultationId))
    .where(and(eq(consultations.slug, slug), eq(releases.number, number)))
  return row?.hash
}

/** The very bytes of a release, as text. @throws RangeError where there is none with that hash */
export async function getReleaseBody(db: Db, hash: string): Promise<string> {
  const [row] = await db.select({ body: releases.body }).from(releases).where(eq(releases.hash, hash))
  if (row === undefined) throw new RangeError('no release has that hash')
  return row.body
}
