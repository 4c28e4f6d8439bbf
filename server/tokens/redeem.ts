import { createHmac } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { cards, roomEntries, rooms } from '../database/schema.ts'

/** What a code is redeemed for: a blinded message, or a sending. The same asking is answered again, and no other. */
export type Asking = { readonly for: 'token' | 'sending'; readonly bytes: Buffer }
export type Redeemed = 'redeemed' | 'used' | 'void' | 'unknown'

/** By which the database remembers an asking; without the pepper nothing is to be found in it. */
export function askingHash(pepper: Buffer, consultationId: string, { for: what, bytes }: Asking): Buffer {
  return createHmac('sha256', pepper).update(`${what} ${consultationId} `).update(bytes).digest()
}

/** Uses a card up, once: of many who ask at the same time one has it. @param hash as it stands in `cards` */
export async function redeemCard(
  db: Db,
  consultationId: string,
  hash: Buffer,
  redeemedFor: Buffer
): Promise<Redeemed> {
  const card = and(eq(cards.consultationId, consultationId), eq(cards.hash, hash))
  const unused = and(card, eq(cards.void, false), isNull(cards.redeemedFor))
  const taken = await db.update(cards).set({ redeemedFor }).where(unused).returning({ hash: cards.hash })
  return taken.length > 0 ? 'redeemed' : findCard(db, consultationId, hash, redeemedFor)
}

/** What redeeming a card would come to now: nothing is used up. */
export async function findCard(
  db: Db,
  consultationId: string,
  hash: Buffer,
  redeemedFor: Buffer | undefined
): Promise<Redeemed> {
  const [card] = await db
    .select({ void: cards.void, redeemedFor: cards.redeemedFor })
    .from(cards)
    .where(and(eq(cards.consultationId, consultationId), eq(cards.hash, hash)))
  if (card === undefined) return 'unknown'
  // Used before it was made void: what was begun with it goes on.
  if (card.redeemedFor !== null) return redeemedFor?.equals(card.redeemedFor) ? 'redeemed' : 'used'
  return card.void ? 'void' : 'redeemed'
}

/**
 * Takes one of the places of a room, once for the same asking.
 *
 * @returns false where all are taken, or there is no room
 */
export async function enterRoom(db: Db, consultationId: string, redeemedFor: Buffer): Promise<boolean> {
  return db.transaction(async tx => {
    const ofRoom = eq(roomEntries.consultationId, consultationId)
    const [room] = await tx.select().from(rooms).where(eq(rooms.consultationId, consultationId)).for('update')
    if (await isInRoom(tx, consultationId, redeemedFor)) return true
    if (room === undefined || (await tx.$count(roomEntries, ofRoom)) >= room.quota) return false
    await tx.insert(roomEntries).values({ consultationId, redeemedFor })
    return true
  })
}

export async function isInRoom(db: Db, consultationId: string, redeemedFor: Buffer): Promise<boolean> {
  const entry = and(eq(roomEntries.consultationId, consultationId), eq(roomEntries.redeemedFor, redeemedFor))
  return (await db.$count(roomEntries, entry)) > 0
}
