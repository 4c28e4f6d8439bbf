import { and, eq, inArray } from 'drizzle-orm'
import { cardsPrinted, type AttestingRole } from '#surveys'
import { note } from '../audit-log.ts'
import type { Db } from '../database/client.ts'
import { cardBatches, cards } from '../database/schema.ts'
import { cardHash } from '../tokens/card-hash.ts'

export type Drawn = {
  /** SHA-256 of the secret in the partner's link. */
  readonly invitation: Buffer
  /** SHA-256(consultation || code) of every card on paper. */
  readonly fingerprints: readonly Buffer[]
  readonly attestedAs: AttestingRole
  /** Of the consultation's own place. */
  readonly today: string
  readonly now: Date
}

/**
 * What became of drawn cards: `taken`, which is also said of the very same cards that come again after a cut connection;
 * `drawn` where the batch has others already; `unknown` without such a batch; `wrong` where they are not as many as the
 * batch has, or one of them twice or known already.
 */
export type TakenIn = 'taken' | 'drawn' | 'unknown' | 'wrong'

/** Takes in the cards of a batch: all or none, once. */
export async function takeIn(
  db: Db,
  pepper: Buffer,
  { invitation, fingerprints, attestedAs, today, now }: Drawn
): Promise<TakenIn> {
  // In the order of their hashes: nothing of the order on paper is left.
  const hashes = fingerprints.map(each => cardHash(pepper, each)).toSorted(Buffer.compare)
  return db.transaction(async (tx): Promise<TakenIn> => {
    const [batch] = await tx
      .select()
      .from(cardBatches)
      .where(eq(cardBatches.invitation, invitation))
      .for('update')
    if (batch === undefined) return 'unknown'
    const { id, consultationId } = batch
    if (batch.attestedOn !== null)
      return (await hasCards(tx, { consultationId, batchId: id, hashes })) ? 'taken' : 'drawn'
    if (hashes.length !== cardsPrinted(batch.size) || hasTwice(hashes)) return 'wrong'
    if (await isKnown(tx, consultationId, hashes)) return 'wrong'
    await tx.insert(cards).values(hashes.map(hash => ({ consultationId, hash, batchId: id, void: false })))
    await tx.update(cardBatches).set({ attestedOn: today, attestedAs }).where(eq(cardBatches.id, id))
    const detail = { batch: id, partner: batch.partner, cards: hashes.length, attestedAs }
    await note(tx, { by: 'partner', at: now, did: 'drew cards', consultationId, detail })
    return 'taken'
  })
}

async function hasCards(
  tx: Db,
  { consultationId, batchId, hashes }: { consultationId: string; batchId: string; hashes: readonly Buffer[] }
): Promise<boolean> {
  const there = await tx
    .select({ hash: cards.hash })
    .from(cards)
    .where(and(eq(cards.consultationId, consultationId), eq(cards.batchId, batchId)))
  const known = there.map(({ hash }) => hash).toSorted(Buffer.compare)
  return known.length === hashes.length && known.every((hash, at) => hashes[at]?.equals(hash))
}

/** Whether one of them is a card of another batch. */
async function isKnown(tx: Db, consultationId: string, hashes: readonly Buffer[]): Promise<boolean> {
  const known = and(eq(cards.consultationId, consultationId), inArray(cards.hash, hashes))
  return (await tx.$count(cards, known)) > 0
}

function hasTwice(sorted: readonly Buffer[]): boolean {
  return sorted.some((hash, at) => sorted[at - 1]?.equals(hash))
}
