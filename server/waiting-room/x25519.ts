import { createPublicKey, type KeyObject } from 'node:crypto'

/** DER before the 32 bytes of an X25519 public key: RFC 8410, section 4. */
const prefix = Buffer.from('302a300506032b656e032100', 'hex')
export const publicKeyBytes = 32

/** The 32 bytes of a public key. */
export function rawPublicKey(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'der', type: 'spki' })).subarray(prefix.length)
}

/** @throws RangeError unless it is 32 bytes */
export function publicKeyFrom(raw: Buffer): KeyObject {
  if (raw.length !== publicKeyBytes) throw new RangeError(`an X25519 key has 32 bytes, not ${raw.length}`)
  return createPublicKey({ key: Buffer.concat([prefix, raw]), format: 'der', type: 'spki' })
}
