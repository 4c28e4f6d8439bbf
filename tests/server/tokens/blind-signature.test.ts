import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { blindSign, isSigned, maySign, signingKeyOf } from '../../../server/tokens/blind-signature.ts'
import { hex, rfcPrivateKey, rfcVariants } from '../../support/rfc9474.ts'

describe('the key of RFC 9474', () => {
  const key = signingKeyOf(rfcPrivateKey())

  it.each(rfcVariants)('signs and checks as published: $name', variant => {
    expect(blindSign(key, hex(variant.blindedMessage))).toEqual(hex(variant.blindSignature))
    const message = hex(variant.prefix + variant.msg)
    const signature = hex(variant.signature)
    expect(isSigned(key.publicKey, message, signature, variant.saltLength)).toBe(true)
    expect(
      isSigned(key.publicKey, hex(variant.msg + variant.prefix + '00'), signature, variant.saltLength)
    ).toBe(false)
    // A salt of another length is another variant.
    expect(isSigned(key.publicKey, message, signature, 48 - variant.saltLength)).toBe(false)
  })
})

describe('a blinded message', () => {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = signingKeyOf(pair.privateKey)
  const below = (much: bigint) =>
    hex((BigInt(`0x${key.modulus.toString('hex')}`) - much).toString(16).padStart(512, '0'))

  const refuses = (blinded: Buffer): void => {
    expect(maySign(key, blinded)).toBe(false)
    expect(() => blindSign(key, blinded)).toThrow(RangeError)
  }

  it('is signed up to the number below the modulus, and no further', () => {
    expect(blindSign(key, below(1n))).toEqual(below(1n))
    for (const large of [below(0n), below(-1n), Buffer.alloc(256, 0xff)]) refuses(large)
  })

  it('is as long as the modulus, or is not signed', () => {
    for (const length of [0, 1, 255, 257, 512]) refuses(Buffer.alloc(length))
  })

  it('is never answered with a signature that does not check', () => {
    // The same modulus and another exponent: as a fault in the power would, it gives another number.
    const { n = '' } = key.publicKey.export({ format: 'jwk' })
    const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'RSA', n, e: 'Aw' } })
    const faulty = { ...key, publicKey }
    expect(() => blindSign(faulty, Buffer.concat([Buffer.alloc(1), randomBytes(255)]))).toThrow('withheld')
  })
})
