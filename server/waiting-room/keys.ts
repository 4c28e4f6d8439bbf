import { randomUUID } from 'node:crypto'
import { and, eq, notExists } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { waiting, waitingKeys } from '../database/schema.ts'
import { holdPouring } from './door.ts'
import { destroyWaitingKey, findPrivateKey, makeWaitingKey } from './key-store.ts'
import { opener, type Open, type Recipient } from './seal.ts'

/** The key to which answers are sealed now; undefined where none is open. */
export async function openKeyOf(db: Db, consultationId: string): Promise<Recipient | undefined> {
  const [key] = await db
    .select({ id: waitingKeys.id, publicKey: waitingKeys.publicKey })
    .from(waitingKeys)
    .where(and(eq(waitingKeys.consultationId, consultationId), eq(waitingKeys.open, true)))
  return key
}

/** Makes the first key of a consultation, in the transaction that opens it. */
export async function openFirstKey(tx: Db, keyFolder: string, consultationId: string): Promise<void> {
  const id = randomUUID()
  const publicKey = await makeWaitingKey(keyFolder, id)
  await tx.insert(waitingKeys).values({ id, consultationId, publicKey })
}

/**
 * Puts a new key in the place of the open one. Whoever is on the way in under the old one is waited for; whoever comes
 * after is refused by it, and comes back with the new one. Where none is open any more, none is made: it has been
 * poured.
 *
 * While another process moves what waits, it waits too: that one is sealing to the open key, and a key that is closed
 * before its rows can be seen would be destroyed as if nothing lay under it.
 */
export async function renewKey(db: Db, keyFolder: string, consultationId: string): Promise<void> {
  await db.transaction(async tx => {
    await holdPouring(tx, consultationId)
    if (await closeKeys(tx, consultationId)) await openFirstKey(tx, keyFolder, consultationId)
  })
}

/**
 * Closes what is open, for good: an update waits for all who have locked the row to come in under it.
 *
 * @returns whether one was open
 */
export async function closeKeys(tx: Db, consultationId: string): Promise<boolean> {
  const closed = await tx
    .update(waitingKeys)
    .set({ open: false })
    .where(and(eq(waitingKeys.consultationId, consultationId), eq(waitingKeys.open, true)))
  return closed.rowCount !== 0
}

/** Opens sealed rows by the id of their key. */
export type Openers = (keyId: string) => Open

/** What waits cannot be opened here. Nothing is thrown away that could still be opened somewhere else. */
export class WaitingKeyMissing extends Error {
  override readonly name = 'WaitingKeyMissing'

  constructor(keyId: string) {
    super(
      `The private key waiting-room/${keyId}.key is not in EARSHOT_KEYS. Bring it back: what waits stays as it is.`
    )
  }
}

/** @throws WaitingKeyMissing, from what is returned, for a key whose private half is not here */
export async function openersOf(db: Db, keyFolder: string, consultationId: string): Promise<Openers> {
  const rows = await db.select().from(waitingKeys).where(eq(waitingKeys.consultationId, consultationId))
  const openers = new Map<string, Open>()
  for (const { id, publicKey } of rows) {
    const key = await findPrivateKey(keyFolder, id, publicKey)
    if (key !== undefined) openers.set(id, opener({ id, publicKey }, key))
  }
  return keyId => {
    const open = openers.get(keyId)
    if (open === undefined) throw new WaitingKeyMissing(keyId)
    return open
  }
}

/**
 * Destroys closed keys under which nothing waits any more, of whichever consultation, first the files and then the row: a
 * run that is cut short is taken up by the next.
 */
export async function destroySpentKeys(db: Db, keyFolder: string): Promise<void> {
  const spent = await db
    .select({ id: waitingKeys.id })
    .from(waitingKeys)
    .where(
      and(
        eq(waitingKeys.open, false),
        notExists(db.select().from(waiting).where(eq(waiting.keyId, waitingKeys.id)))
      )
    )
  for (const { id } of spent) {
    await destroyWaitingKey(keyFolder, id)
    await db.delete(waitingKeys).where(eq(waitingKeys.id, id))
  }
}
