import { generateKeyPairSync, randomBytes, webcrypto } from 'node:crypto'
import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { describe, expect, it } from 'vitest'
import { blindSign, isSigned, signingKeyOf } from '../../../server/tokens/blind-signature.ts'
import { blind, unblind } from '../../../views/browser/blind-signature.ts'
import { big, hex, rfcKey, rfcVariants } from '../../support/rfc9474.ts'

const bytes = (value: bigint) => hex(value.toString(16).padStart(512, '0'))
const number = (value: Uint8Array) => big(Buffer.from(value).toString('hex'))

describe('the browser', () => {
  it.each(rfcVariants)('blinds and unblinds as published: $name', async variant => {
    const modulus = big(rfcKey.n)
    const factor = inverse(big(variant.inverse), modulus)
    const blinding = await blind(modulus, hex(variant.prefix + variant.msg), hex(variant.salt), factor)
    expect(blinding.inverse).toBe(big(variant.inverse))
    expect(blinding.blinded).toBe(big(variant.blindedMessage))
    expect(unblind(modulus, blinding, big(variant.blindSignature))).toBe(big(variant.signature))
  })

  it('takes nothing for a signature that is none', async () => {
    const key = signingKeyOf(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey)
    const modulus = number(key.modulus)
    const blinding = await blind(modulus, randomBytes(100), randomBytes(48), 12345n)
    const signed = number(blindSign(key, bytes(blinding.blinded)))
    expect(unblind(modulus, blinding, signed)).toBeDefined()
    for (const wrong of [signed + 1n, 0n, 1n, blinding.blinded])
      expect(unblind(modulus, blinding, wrong)).toBeUndefined()
  })
})

describe('an independent implementation', () => {
  const suite = RSABSSA.SHA384.PSS.Randomized()
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = signingKeyOf(pair.privateKey)
  const modulus = number(key.modulus)
  const imported = async () => ({
    publicKey: await webcrypto.subtle.importKey(
      'spki',
      pair.publicKey.export({ format: 'der', type: 'spki' }),
      { name: 'RSA-PSS', hash: 'SHA-384' },
      true,
      ['verify']
    )
  })

  it('accepts 100 tokens that our browser and our server made', async () => {
    const { publicKey } = await imported()
    for (let count = 0; count < 100; count += 1) {
      const message = suite.prepare(randomBytes(77))
      const blinding = await blind(modulus, message, randomBytes(48), number(randomBytes(255)) + 1n)
      const signature = unblind(modulus, blinding, number(blindSign(key, bytes(blinding.blinded))))!
      expect(await suite.verify(publicKey, bytes(signature), message)).toBe(true)
    }
  })

  it('makes 100 tokens in a browser of its own that our server signs and accepts', async () => {
    const { publicKey } = await imported()
    for (let count = 0; count < 100; count += 1) {
      const message = suite.prepare(randomBytes(77))
      const { blindedMsg, inv } = await suite.blind(publicKey, message)
      const signature = await suite.finalize(publicKey, message, blindSign(key, Buffer.from(blindedMsg)), inv)
      expect(isSigned(key.publicKey, message as Buffer, Buffer.from(signature))).toBe(true)
    }
  })
})

/** Of an odd number below an odd modulus, by powers of nothing: Euclid once more, written otherwise than in the browser. */
function inverse(value: bigint, modulus: bigint): bigint {
  const step = (a: bigint, b: bigint): [bigint, bigint] => {
    if (b === 0n) return [1n, 0n]
    const [x, y] = step(b, a % b)
    return [y, x - (a / b) * y]
  }
  return ((step(value, modulus)[0] % modulus) + modulus) % modulus
}
