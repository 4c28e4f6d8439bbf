import { eq, inArray } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { concerns, remarks, responses, versions } from '../database/schema.ts'

/** Deletes all answers of a consultation. @returns how many there were */
export async function removeResponses(tx: Db, consultationId: string): Promise<number> {
  const gone = await tx.delete(responses).where(inArray(responses.versionId, versionsOf(tx, consultationId)))
  return gone.rowCount ?? 0
}

/**
 * Deletes everything that people wrote in their own words in a consultation, also what no lead has collected.
 *
 * @returns how many texts there were
 */
export async function removeRemarks(tx: Db, consultationId: string): Promise<number> {
  await tx.delete(concerns).where(eq(concerns.consultationId, consultationId))
  const gone = await tx.delete(remarks).where(inArray(remarks.versionId, versionsOf(tx, consultationId)))
  return gone.rowCount ?? 0
}

function versionsOf(tx: Db, consultationId: string) {
  return tx.select({ id: versions.id }).from(versions).where(eq(versions.consultationId, consultationId))
}
