import { createHash, createHmac } from 'node:crypto'

/** Bytes of a hash of a card, in either of its two steps. */
export const cardHashBytes = 32

/**
 * What a partner's browser uploads in the place of a code: SHA-256(consultation || code).
 *
 * @param consultationId as it is written, 36 characters
 * @param code           as `readCode` gives it, 12 characters of the alphabet without groups
 */
export function fingerprintOfCard(consultationId: string, code: string): Buffer {
  return createHash('sha256').update(consultationId).update(code).digest()
}

/**
 * What stands in `cards.hash`: HMAC-SHA-256 of that under the pepper, which is not in the database. A code has 55 bits of
 * chance, so whoever held the first hash alone could try them all.
 */
export function cardHash(pepper: Buffer, fingerprint: Uint8Array): Buffer {
  return createHmac('sha256', pepper).update(fingerprint).digest()
}
