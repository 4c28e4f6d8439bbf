import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { tokenKeys } from '../database/schema.ts'

/** What a card says of the key that has to sign for it: SHA-256 of its SubjectPublicKeyInfo, in base64url. */
export function fingerprintOfKey(publicKey: Uint8Array): string {
  return createHash('sha256').update(publicKey).digest('base64url')
}

/** @throws RangeError when the consultation has no such key: one is made when it opens */
export async function getKeyFingerprint(
  db: Db,
  consultationId: string,
  purpose: (typeof tokenKeys.purpose.enumValues)[number]
): Promise<string> {
  const [key] = await db
    .select({ publicKey: tokenKeys.publicKey })
    .from(tokenKeys)
    .where(and(eq(tokenKeys.consultationId, consultationId), eq(tokenKeys.purpose, purpose)))
  if (key === undefined) throw new RangeError(`consultation ${consultationId} has no key for ${purpose}`)
  return fingerprintOfKey(key.publicKey)
}
