import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject
} from 'node:crypto'
import { publicKeyBytes, rawPublicKey } from '../waiting-room/x25519.ts'

const checkBytes = 4
const written = /^lead-([A-Za-z0-9_-]{48})$/

/**
 * The public key of a safeguarding lead as it is written down and copied: its 32 bytes and four more that tell a slip,
 * since what is sealed to a key that nobody has is lost.
 */
export function leadKeyText(raw: Buffer): string {
  return `lead-${Buffer.concat([raw, checkOf(raw)]).toString('base64url')}`
}

/** The key that a text writes down; undefined where it is none, or was copied with a slip. */
export function readLeadKey(text: string): Buffer | undefined {
  const bytes = Buffer.from(written.exec(text)?.[1] ?? '', 'base64url')
  const raw = bytes.subarray(0, publicKeyBytes)
  return bytes.length > publicKeyBytes && bytes.subarray(publicKeyBytes).equals(checkOf(raw))
    ? raw
    : undefined
}

/** A new pair: the private key as a PEM file, and the public one as it is written down. */
export function newLeadKey(): { readonly pem: string; readonly text: string } {
  const { privateKey, publicKey } = generateKeyPairSync('x25519')
  return {
    pem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    text: leadKeyText(rawPublicKey(publicKey))
  }
}

/** The two halves of a PEM file; undefined where it holds no key of this kind. */
export function leadKeyFrom(
  pem: string
): { readonly privateKey: KeyObject; readonly publicKey: Buffer } | undefined {
  try {
    const privateKey = createPrivateKey(pem)
    if (privateKey.asymmetricKeyType !== 'x25519') return undefined
    return { privateKey, publicKey: rawPublicKey(createPublicKey(privateKey)) }
  } catch {
    return undefined
  }
}

function checkOf(raw: Buffer): Buffer {
  return createHash('sha256').update('earshot lead key').update(raw).digest().subarray(0, checkBytes)
}
