import {
  createCipheriv,
  createDecipheriv,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  type KeyObject
} from 'node:crypto'
import { publicKeyBytes, publicKeyFrom, rawPublicKey } from './x25519.ts'

/**
 * The first wall: what is sealed here can be opened by whoever holds the private key of the waiting room, and by nobody
 * else, the one who sealed it included.
 *
 * X25519 with a sender key that lives for a minute in the memory of one process, HKDF-SHA-256, AES-256-GCM with a random
 * nonce for each row. A sealed row is: the sender's public key (32 bytes), the nonce (12), the ciphertext, as long as the
 * payload, and the tag (16).
 */
const cipher = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16
/** Bytes that sealing adds to a payload. */
export const sealBytes = publicKeyBytes + nonceBytes + tagBytes

const msPerMinute = 60_000
const noncesAtOnce = 256

/** Whom a row is sealed for: the id and the public key of a waiting room's key. */
export type Recipient = { readonly id: string; readonly publicKey: Buffer }

/** Seals a payload. @param into where to, payload length + `sealBytes` bytes; new ones unless given @returns these */
export type Seal = (recipient: Recipient, payload: Buffer, now: Date, into?: Buffer) => Buffer

/** The sender's half: one agreement a minute and recipient instead of one a row, which would cost twenty times as much. */
export function sealer(): Seal {
  let minute = -1
  let forgetting: NodeJS.Timeout | undefined
  const agreed = new Map<string, { readonly sender: Buffer; readonly key: Buffer }>()

  function forget(): void {
    for (const { key } of agreed.values()) key.fill(0)
    agreed.clear()
    minute = -1
  }

  function agree({ id, publicKey }: Recipient) {
    const ephemeral = generateKeyPairSync('x25519')
    const sender = rawPublicKey(ephemeral.publicKey)
    const shared = diffieHellman({ privateKey: ephemeral.privateKey, publicKey: publicKeyFrom(publicKey) })
    const made = { sender, key: keyFrom(shared, sender, publicKey) }
    agreed.set(id, made)
    return made
  }

  /** Drawn many at a time: asking for twelve bytes costs as much as for thousands. */
  let nonces = Buffer.alloc(0)
  function nextNonce(): Buffer {
    if (nonces.length === 0) nonces = randomBytes(nonceBytes * noncesAtOnce)
    const nonce = nonces.subarray(0, nonceBytes)
    nonces = nonces.subarray(nonceBytes)
    return nonce
  }

  return (recipient, payload, now, into = Buffer.allocUnsafe(payload.length + sealBytes)) => {
    const current = Math.floor(now.getTime() / msPerMinute)
    if (current !== minute) {
      forget()
      minute = current
      clearTimeout(forgetting)
      // Also when nobody comes any more: what was agreed opens all rows of its minute.
      forgetting = setTimeout(forget, msPerMinute).unref()
    }
    const { sender, key } = agreed.get(recipient.id) ?? agree(recipient)
    const nonce = nextNonce()
    const sealing = createCipheriv(cipher, key, nonce)
    let at = sender.copy(into)
    at += nonce.copy(into, at)
    at += sealing.update(payload).copy(into, at)
    sealing.final()
    at += sealing.getAuthTag().copy(into, at)
    if (at !== into.length) throw new RangeError('a sealed row of another length')
    return into
  }
}

/** Opens what was sealed for the holder of a private key. @throws Error when it was not, or has been changed */
export type Open = (sealed: Buffer) => Buffer

/** The recipient's half; remembers what it agreed with each sender, one a minute and process. */
export function opener({ publicKey }: Recipient, privateKey: KeyObject): Open {
  const agreed = new Map<string, Buffer>()

  function agree(sender: Buffer): Buffer {
    const shared = diffieHellman({ privateKey, publicKey: publicKeyFrom(sender) })
    const key = keyFrom(shared, sender, publicKey)
    agreed.set(sender.toString('base64'), key)
    return key
  }

  return sealed => {
    if (sealed.length <= sealBytes) throw new RangeError('too short to be sealed')
    const sender = sealed.subarray(0, publicKeyBytes)
    const nonce = sealed.subarray(publicKeyBytes, publicKeyBytes + nonceBytes)
    const opening = createDecipheriv(cipher, agreed.get(sender.toString('base64')) ?? agree(sender), nonce)
    opening.setAuthTag(sealed.subarray(-tagBytes))
    const payload = opening.update(sealed.subarray(publicKeyBytes + nonceBytes, -tagBytes))
    opening.final()
    return payload
  }
}

function keyFrom(shared: Buffer, sender: Buffer, recipient: Buffer): Buffer {
  return Buffer.from(
    hkdfSync('sha256', shared, Buffer.concat([sender, recipient]), 'earshot/1 waiting room', 32)
  )
}
