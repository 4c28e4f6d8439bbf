import { createHash, randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { codeFrom } from '#surveys'
import type { OpenedConsultation } from '../../server/consultations/find.ts'
import { tokenKeys } from '../../server/database/schema.ts'
import { fingerprintOfCard } from '../../server/tokens/card-hash.ts'
import { fingerprintOfKey } from '../../server/tokens/key-fingerprint.ts'
import type { House } from './house.ts'

/** The key that signs for the cards or the room of a consultation. @returns its fingerprint */
export async function keyOf(
  { database }: House,
  { id }: OpenedConsultation,
  purpose: 'cards' | 'room'
): Promise<string> {
  const [key] = await database.db
    .select({ publicKey: tokenKeys.publicKey })
    .from(tokenKeys)
    .where(and(eq(tokenKeys.consultationId, id), eq(tokenKeys.purpose, purpose)))
  return fingerprintOfKey(key!.publicKey)
}

/** Codes as a partner's browser draws them. */
export function someCodes(count: number): string[] {
  return Array.from({ length: count }, () => codeFrom(randomBytes(11)))
}

/** Codes as a partner's browser sends them: hashed, one after the other. */
export function sentAs(consultation: OpenedConsultation, codes: readonly string[]): string {
  return Buffer.concat(codes.map(code => fingerprintOfCard(consultation.id, code))).toString('base64url')
}

/** What stands for a secret in the database. */
export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(Buffer.from(secret, 'base64url')).digest()
}
