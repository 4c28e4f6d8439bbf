import { createHash, randomBytes } from 'node:crypto'

/** 128 bits: nobody finds a link by trying. */
const secretBytes = 16

/** The secret of a link, which stands in its fragment and is never stored. */
export function newLinkSecret(): string {
  return randomBytes(secretBytes).toString('base64url')
}

/**
 * What is stored in the place of the secret: its SHA-256.
 *
 * @returns undefined for what cannot be such a secret
 */
export function hashOfLinkSecret(secret: string | null): Buffer | undefined {
  const bytes = Buffer.from(secret ?? '', 'base64url')
  if (bytes.length !== secretBytes || bytes.toString('base64url') !== secret) return undefined
  return createHash('sha256').update(bytes).digest()
}
