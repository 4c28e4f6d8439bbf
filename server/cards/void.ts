import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Actor } from '../actor.ts'
import { note } from '../audit-log.ts'
import type { OpenedConsultation } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import { cardBatches, cards } from '../database/schema.ts'
import { cardHash, fingerprintOfCard } from '../tokens/card-hash.ts'
import type { Batch } from './batches.ts'

/** How many cards are void from now on, and how many were already. Used ones count too: which were used is not told. */
export type Voided = { readonly now: number; readonly before: number }

/** Makes all cards of a batch void; the invitation to one that was not drawn is withdrawn. */
export async function voidBatch(db: Db, batch: Batch, { by, now }: Actor): Promise<Voided | 'withdrawn'> {
  const { id, consultationId, partner } = batch
  return db.transaction(async (tx): Promise<Voided | 'withdrawn'> => {
    const [row] = await tx.select().from(cardBatches).where(eq(cardBatches.id, id)).for('update')
    if (row === undefined) return 'withdrawn'
    const entry = { by, at: now, consultationId }
    if (row.attestedOn === null) {
      await tx.delete(cardBatches).where(eq(cardBatches.id, id))
      await note(tx, { ...entry, did: 'withdrew invitation to print cards', detail: { batch: id, partner } })
      return 'withdrawn'
    }
    const voided = await makeVoid(tx, consultationId, eq(cards.batchId, id))
    if (voided.now > 0)
      await note(tx, { ...entry, did: 'made cards void', detail: { batch: id, partner, cards: voided.now } })
    return voided
  })
}

/**
 * Makes single cards void.
 *
 * @param codes as `readCode` gives them
 * @returns also how many are no cards of this consultation
 */
export async function voidCodes(
  db: Db,
  pepper: Buffer,
  { id: consultationId }: OpenedConsultation,
  codes: readonly string[],
  { by, now }: Actor
): Promise<Voided & { readonly unknown: number }> {
  const hashes = [...new Set(codes)].map(code => cardHash(pepper, fingerprintOfCard(consultationId, code)))
  return db.transaction(async tx => {
    const voided = await makeVoid(tx, consultationId, inArray(cards.hash, hashes))
    if (voided.now > 0)
      await note(tx, { by, at: now, consultationId, did: 'made cards void', detail: { cards: voided.now } })
    return { ...voided, unknown: hashes.length - voided.now - voided.before }
  })
}

async function makeVoid(tx: Db, consultationId: string, which: SQL): Promise<Voided> {
  const ours = and(eq(cards.consultationId, consultationId), which)
  const [counted] = await tx
    .select({
      open: sql<number>`(count(*) filter (where not ${cards.void}))::integer`,
      void: sql<number>`(count(*) filter (where ${cards.void}))::integer`
    })
    .from(cards)
    .where(ours)
  await tx.update(cards).set({ void: true }).where(ours)
  return { now: counted?.open ?? 0, before: counted?.void ?? 0 }
}
