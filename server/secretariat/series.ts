import { and, eq, ne } from 'drizzle-orm'
import { problemAt, type Parsed } from '#surveys'
import type { Actor } from '../actor.ts'
import { note } from '../audit-log.ts'
import { findConsultation } from '../consultations/find.ts'
import { isSlug } from '../consultations/slug.ts'
import type { Db } from '../database/client.ts'
import { consultations } from '../database/schema.ts'

type Moved = { readonly changed: boolean; readonly from: string | null }

/**
 * Puts a consultation into a series, or takes it out. It is in one at most; made-up answers and real ones are never in
 * the same. Nothing that was published changes.
 *
 * @param name of the series; null takes it out
 * @returns the series it was in before; null where it was in none
 */
export async function setSeries(
  db: Db,
  slug: string,
  name: string | null,
  { by, now }: Actor
): Promise<Parsed<Moved>> {
  if (name !== null && !isSlug(name)) return problemAt(name, 'series.name')
  return db.transaction(async (tx): Promise<Parsed<Moved>> => {
    const consultation = await findConsultation(tx, slug)
    if (consultation === undefined) return problemAt(slug, 'consultation.unknown', { slug })
    const { id, demonstration } = consultation
    if (name !== null && (await hasOthersThan(tx, name, demonstration)))
      return problemAt(slug, 'series.demonstration', { slug, name })
    const [before] = await tx
      .select({ series: consultations.series })
      .from(consultations)
      .where(eq(consultations.id, id))
      .for('update')
    const from = before?.series ?? null
    if (from === name) return { ok: true, value: { changed: false, from } }
    await tx.update(consultations).set({ series: name }).where(eq(consultations.id, id))
    const detail = { from, to: name }
    await note(tx, { by, at: now, did: 'changed the series', consultationId: id, detail })
    return { ok: true, value: { changed: true, from } }
  })
}

async function hasOthersThan(tx: Db, name: string, demonstration: boolean): Promise<boolean> {
  const others = and(eq(consultations.series, name), ne(consultations.demonstration, demonstration))
  return (await tx.$count(consultations, others)) > 0
}
