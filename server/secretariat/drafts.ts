import { eq } from 'drizzle-orm'
import type { Parsed, Questionnaire, ReadyName } from '#surveys'
import { findConsultation } from '../consultations/find.ts'
import { isSlug } from '../consultations/slug.ts'
import type { Db } from '../database/client.ts'
import { consultations } from '../database/schema.ts'
import type { Actor } from '../actor.ts'
import { note } from '../audit-log.ts'

/** Paths that pages of ours have. */
const taken = [
  'results',
  'live',
  'help',
  'about',
  'privacy',
  'accessibility',
  'leave',
  'partner',
  'room',
  'api',
  'assets',
  'media',
  'gallery',
  'healthz'
]

/** Whether a short name can stand in an address. */
export function checkSlug(slug: string): Parsed<string> {
  if (taken.includes(slug))
    return { ok: false, problems: [{ at: '--slug', code: 'draft.slugTaken', params: { slug } }] }
  if (isSlug(slug)) return { ok: true, value: slug }
  return { ok: false, problems: [{ at: '--slug', code: 'draft.slugForm', params: { slug } }] }
}

/** Where a questionnaire comes from and what it is for, where that is more than a form to be opened. */
export type DraftOrigin = { readonly library?: ReadyName; readonly demonstration?: true }

/** Keeps a questionnaire as the draft of a consultation, new or not yet opened. */
export async function keepDraft(
  db: Db,
  slug: string,
  questionnaire: Questionnaire,
  { by, now }: Actor,
  { library, demonstration }: DraftOrigin = {}
): Promise<Parsed<'new' | 'replaced'>> {
  const named = checkSlug(slug)
  if (!named.ok) return named
  return db.transaction(async (tx): Promise<Parsed<'new' | 'replaced'>> => {
    // Two imports at once: one makes the row, the other waits for it here.
    const [made] = await tx
      .insert(consultations)
      .values({ slug, draft: questionnaire, demonstration: demonstration ?? false })
      .onConflictDoNothing()
      .returning()
    if (made === undefined)
      await tx
        .select({ id: consultations.id })
        .from(consultations)
        .where(eq(consultations.slug, slug))
        .for('update')
    const consultation = await findConsultation(tx, slug)
    if (consultation === undefined) throw new RangeError(`${slug} is neither new nor there`)
    if (consultation.version !== null) {
      return { ok: false, problems: [{ at: slug, code: 'draft.opened', params: { slug } }] }
    }
    if (made === undefined)
      await tx.update(consultations).set({ draft: questionnaire }).where(eq(consultations.slug, slug))
    const value = made === undefined ? 'replaced' : 'new'
    const imported = value === 'new' ? 'imported questionnaire' : 'replaced questionnaire'
    await note(tx, {
      by,
      at: now,
      did: library === undefined ? imported : 'took questionnaire from the library',
      consultationId: consultation.id,
      ...(library !== undefined && { detail: { library, draft: value } })
    })
    return { ok: true, value }
  })
}
