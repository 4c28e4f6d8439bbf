import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'
import { codeFrom } from '#surveys'
import type { OpenedConsultation } from '../../server/consultations/find.ts'
import { tokenKeys } from '../../server/database/schema.ts'
import { fingerprintOfCard } from '../../server/tokens/card-hash.ts'
import { fingerprintOfKey } from '../../server/tokens/key-fingerprint.ts'
import type { House } from './house.ts'

/** Gives a consultation the key that signs for its cards or its room. @returns the fingerprint */
export async function giveKey(
  { database }: House,
  { id }: OpenedConsultation,
  purpose: 'cards' | 'room'
): Promise<string> {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  await database.db.insert(tokenKeys).values({ consultationId: id, purpose, publicKey: spki })
  return fingerprintOfKey(spki)
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
