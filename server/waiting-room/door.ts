import { eq, sql, type SQL } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { consultations } from '../database/schema.ts'

// Who waits for a row is passed by everyone who comes after and shares it: under load that does not stop, closing would
// wait without end. This lock queues: those who come after a closing wait behind it. Closing takes it before the row.
const door = (consultationId: string | SQL): SQL => sql`hashtextextended(${consultationId}::uuid::text, 0)`

/** An SQL expression that waits for whoever is closing, and keeps the closing waiting until the transaction ends. */
export function goingIn(consultationId: string | SQL): SQL {
  return sql`pg_advisory_xact_lock_shared(${door(consultationId)})`
}

/**
 * Lets nobody in until the transaction ends: waits for all who are on their way in, a batch included, and has those
 * who come after wait.
 */
export async function holdDoor(tx: Db, consultationId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${door(consultationId)})`)
  await tx
    .select({ id: consultations.id })
    .from(consultations)
    .where(eq(consultations.id, consultationId))
    .for('update')
}

/**
 * Has one transaction at a time move what waits for a consultation, whichever process it belongs to: two that read the
 * same rows would write them twice. Take it before the door.
 */
export async function holdPouring(tx: Db, consultationId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${consultationId}::uuid::text, 1))`)
}

/** From the end of the transaction on nothing more is admitted. Hold the door first. */
export async function closeDoor(tx: Db, consultationId: string): Promise<void> {
  await tx.update(consultations).set({ admits: false }).where(eq(consultations.id, consultationId))
}
