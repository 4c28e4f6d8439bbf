import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { tokenKeys } from '../database/schema.ts'

/** What a card says of the key that has to sign for it: SHA-256 of its SubjectPublicKeyInfo, in base64url. */
export function fingerprintOfKey(publicKey: Uint8Array): string {
  return createHash('sha256').update(publicKey).digest('base64url')
}

type Purpose = (typeof tokenKeys.purpose.enumValues)[number]

/** @throws RangeError when the consultation has no such key: one is made when it opens */
export async function getKeyFingerprint(db: Db, consultationId: string, purpose: Purpose): Promise<string> {
  const found = await findKeyFingerprint(db, consultationId, purpose)
  if (found === undefined) throw new RangeError(`consultation ${consultationId} has no key for ${purpose}`)
  return found
}

/** The same where there may be none. */
export async function findKeyFingerprint(
  db: Db,
  consultationId: string,
  purpose: Purpose
): Promise<string | undefined> {
  const [key] = await db
    .select({ publicKey: tokenKeys.publicKey })
    .from(tokenKeys)
    .where(and(eq(tokenKeys.consultationId, consultationId), eq(tokenKeys.purpose, purpose)))
  return key && fingerprintOfKey(key.publicKey)
}
