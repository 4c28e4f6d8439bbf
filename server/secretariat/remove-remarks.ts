import { and, eq, inArray } from 'drizzle-orm'
import { masked, statusAt, type Parsed } from '#surveys'
import type { Actor } from '../actor.ts'
import { note } from '../audit-log.ts'
import type { OpenedConsultation } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import { remarks } from '../database/schema.ts'

/** A quotation shorter than this, in characters, must be the whole text: "yes" stands in many. */
const shortestPart = 12
/** More texts than this are not what one person wrote. */
const mostAlike = 3

/**
 * Removes the own words that somebody quotes who asks for it. Who quotes a text may have it removed: nobody can tell whose
 * it is, and asking for a proof would ask for what is not stored.
 *
 * @param db as the pourer: nobody else may see or delete own words
 * @returns how many texts were removed
 */
export async function removeRemarks(
  db: Db,
  { id, version, slug, schedule }: OpenedConsultation,
  quotation: string,
  { by, now }: Actor
): Promise<Parsed<number>> {
  const quoted = asCompared(masked(quotation))
  if (quoted === '') return refuse('remarks.empty', slug)
  // Own words are opened at the close: before it nothing can be found, whatever is quoted.
  if (statusAt(schedule, now) !== 'closed') return refuse('remarks.stillSealed', slug)
  return db.transaction(async (tx): Promise<Parsed<number>> => {
    const all = await tx
      .select({ id: remarks.id, text: remarks.text })
      .from(remarks)
      .where(eq(remarks.versionId, version.id))
    const found = all.filter(({ text }) => isQuoted(asCompared(text), quoted))
    if (found.length === 0) return refuse('remarks.notFound', slug)
    if (found.length > mostAlike) return refuse('remarks.tooMany', slug)
    const ids = found.map(each => each.id)
    await tx.delete(remarks).where(and(eq(remarks.versionId, version.id), inArray(remarks.id, ids)))
    await note(tx, { by, at: now, did: 'removed own words on request', consultationId: id })
    return { ok: true, value: found.length }
  })
}

const isQuoted = (text: string, quoted: string): boolean =>
  text === quoted || (quoted.length >= shortestPart && text.includes(quoted))

/** Line breaks and runs of spaces change when a text is copied. */
const asCompared = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

function refuse(code: string, slug: string): Parsed<never> {
  return { ok: false, problems: [{ at: slug, code, params: { slug } }] }
}
