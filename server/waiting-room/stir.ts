import type { OpenedConsultation } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import { lookedAt, tellLead } from '../safeguarding/tell-lead.ts'
import { holdPouring } from './door.ts'
import { destroySpentKeys, openKeyOf, renewKey } from './keys.ts'
import { sealAll, takeSettled } from './rows.ts'

/**
 * Opens in memory all that waits, and seals it again under a new key as new rows in another order; then the old private
 * key is destroyed. What logs and older backups hold can be opened by nobody from then on.
 *
 * Resumable at any line: the rows move in one transaction, and a key goes only when nothing waits under it.
 */
export async function stir(
  db: Db,
  keyFolder: string,
  consultation: OpenedConsultation,
  now: Date
): Promise<void> {
  // What an earlier stir could not open holds this one up before another key is made, and not a key a second.
  await moveToOpenKey(db, keyFolder, consultation, now)
  await renewKey(db, keyFolder, consultation.id)
  await moveToOpenKey(db, keyFolder, consultation, now)
  await destroySpentKeys(db, keyFolder)
}

/** Seals again what waits under keys that are closed. Whoever comes in meanwhile comes under the open one. */
async function moveToOpenKey(
  db: Db,
  keyFolder: string,
  consultation: OpenedConsultation,
  now: Date
): Promise<void> {
  await db.transaction(async tx => {
    await holdPouring(tx, consultation.id)
    const recipient = await openKeyOf(tx, consultation.id)
    if (recipient === undefined) return
    const payloads = await takeSettled(tx, keyFolder, consultation)
    await tellLead(tx, consultation, payloads, now)
    await sealAll(tx, consultation.version, recipient, lookedAt(payloads), now)
  })
}
