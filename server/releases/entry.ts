import { and, eq, isNotNull } from 'drizzle-orm'
import type { Entry } from '#analytics'
import type { Db } from '../database/client.ts'
import { cards, consultations, roomEntries, rooms, spentMarks } from '../database/schema.ts'
import { findKeyFingerprint } from '../tokens/key-fingerprint.ts'

/**
 * How the respondents of a consultation were let in, in numbers. Answers that still wait are not counted: how many they
 * are is nobody's business until they are poured.
 */
export async function entryOf(tx: Db, consultationId: string): Promise<Entry> {
  const [found] = await tx
    .select({ access: consultations.access })
    .from(consultations)
    .where(eq(consultations.id, consultationId))
  switch (found?.access) {
    case undefined:
      throw new RangeError('no such consultation')
    case 'open':
      return { access: 'open' }
    case 'cards':
      return {
        access: 'cards',
        ...(await cardsOf(tx, consultationId)),
        ...(await keyed(tx, consultationId, 'cards'))
      }
    case 'room':
      return {
        access: 'room',
        ...(await roomOf(tx, consultationId)),
        ...(await keyed(tx, consultationId, 'room'))
      }
  }
}

async function cardsOf(tx: Db, consultationId: string) {
  const ofThis = eq(cards.consultationId, consultationId)
  return {
    issued: await tx.$count(cards, ofThis),
    void: await tx.$count(cards, and(ofThis, eq(cards.void, true))),
    redeemed: await tx.$count(cards, and(ofThis, isNotNull(cards.redeemedFor)))
  }
}

async function roomOf(tx: Db, consultationId: string) {
  const [room] = await tx
    .select({ quota: rooms.quota })
    .from(rooms)
    .where(eq(rooms.consultationId, consultationId))
  return {
    seats: room?.quota ?? 0,
    entered: await tx.$count(roomEntries, eq(roomEntries.consultationId, consultationId))
  }
}

async function keyed(tx: Db, consultationId: string, purpose: 'cards' | 'room') {
  return {
    tokenKey: (await findKeyFingerprint(tx, consultationId, purpose)) ?? null,
    accepted: await tx.$count(spentMarks, eq(spentMarks.consultationId, consultationId))
  }
}
