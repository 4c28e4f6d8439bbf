import {
  constants,
  createPublicKey,
  privateDecrypt,
  publicEncrypt,
  verify,
  type KeyObject
} from 'node:crypto'

/** A private key that signs what it cannot read, with what its signatures are checked by. */
export type SigningKey = {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  /** n, big-endian: nothing that is not smaller is signed. */
  readonly modulus: Buffer
}

export function signingKeyOf(privateKey: KeyObject): SigningKey {
  const publicKey = createPublicKey(privateKey)
  const { n = '' } = publicKey.export({ format: 'jwk' })
  return { privateKey, publicKey, modulus: Buffer.from(n, 'base64url') }
}

/** Whether there is something to sign: a number below the modulus, written as long as that. */
export function maySign({ modulus }: SigningKey, blinded: Buffer): boolean {
  return blinded.length === modulus.length && Buffer.compare(blinded, modulus) < 0
}

/**
 * BlindSign of RFC 9474, section 4.3: the bare private operation of RSA. The cost is the same whatever is signed: OpenSSL
 * blinds the number once more before it takes the power.
 *
 * @param blinded big-endian, as long as the modulus; see `maySign`
 * @throws RangeError when it is not of that form
 * @throws Error when the result does not check: one faulty signature would give a factor of the modulus away
 */
export function blindSign(key: SigningKey, blinded: Buffer): Buffer {
  if (!maySign(key, blinded)) throw new RangeError('a blinded message is a number below the modulus')
  const { privateKey, publicKey } = key
  const padding = constants.RSA_NO_PADDING
  const signature = privateDecrypt({ key: privateKey, padding }, blinded)
  if (!publicEncrypt({ key: publicKey, padding }, signature).equals(blinded))
    throw new Error('a blind signature came out wrong and was withheld')
  return signature
}

/**
 * Whether a signature that a browser has unblinded is one of ours: plain RSA-PSS with SHA-384.
 *
 * @param saltLength bytes; 48 in the variants of the RFC that have a salt, as ours has
 */
export function isSigned(publicKey: KeyObject, message: Buffer, signature: Buffer, saltLength = 48): boolean {
  const padding = constants.RSA_PKCS1_PSS_PADDING
  return verify('sha384', message, { key: publicKey, padding, saltLength }, signature)
}
