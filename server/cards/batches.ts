import { and, asc, eq, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { cardBatches, cards, consultations } from '../database/schema.ts'

/** Cards that a partner was invited to print. */
export type Batch = {
  readonly id: string
  readonly consultationId: string
  readonly partner: string
  /** Cards to hand out; see `cardsPrinted`. */
  readonly size: number
  /** When and in what role somebody attested permissions, which is the moment the cards were drawn; null until then. */
  readonly attestedOn: string | null
  readonly attestedAs: string | null
}

/** A batch as the secretariat lists it: how many cards were used is told in whole tens only. */
export type ListedBatch = Batch & { readonly void: number; readonly redeemedTens: number }

const columns = {
  id: cardBatches.id,
  consultationId: cardBatches.consultationId,
  partner: cardBatches.partner,
  size: cardBatches.size,
  attestedOn: cardBatches.attestedOn,
  attestedAs: cardBatches.attestedAs
}

/** Letters of a batch's id by which people name it. */
export const shortIdLength = 8

/** The batch that a link invites to, and the slug of its consultation. */
export async function findInvited(
  db: Db,
  invitation: Buffer
): Promise<{ readonly batch: Batch; readonly slug: string } | undefined> {
  const [found] = await db
    .select({ batch: columns, slug: consultations.slug })
    .from(cardBatches)
    .innerJoin(consultations, eq(consultations.id, cardBatches.consultationId))
    .where(eq(cardBatches.invitation, invitation))
  return found
}

/** A batch by its id, or the first letters of it; undefined also where several begin so. */
export async function findBatch(db: Db, consultationId: string, id: string): Promise<Batch | undefined> {
  const all = await db.select(columns).from(cardBatches).where(eq(cardBatches.consultationId, consultationId))
  const found = id.length < shortIdLength ? [] : all.filter(batch => batch.id.startsWith(id.toLowerCase()))
  return found.length === 1 ? found[0] : undefined
}

/** All batches of a consultation, by partner. */
export async function listBatches(db: Db, consultationId: string): Promise<ListedBatch[]> {
  return db
    .select({
      ...columns,
      void: sql<number>`(count(*) filter (where ${cards.void}))::integer`,
      redeemedTens: sql<number>`redeemed_in_tens(${cardBatches.consultationId}, ${cardBatches.id}) / 10`
    })
    .from(cardBatches)
    .leftJoin(
      cards,
      and(eq(cards.consultationId, cardBatches.consultationId), eq(cards.batchId, cardBatches.id))
    )
    .where(eq(cardBatches.consultationId, consultationId))
    .groupBy(cardBatches.id)
    .orderBy(asc(cardBatches.partner), asc(cardBatches.id))
}
