import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { tokenBytes, tokenMessage } from '#surveys'
import { blindSign, signingKeyOf } from '../../../server/tokens/blind-signature.ts'
import { markOfToken, type Token } from '../../../server/tokens/mark.ts'
import { blind, unblind } from '../../../views/browser/blind-signature.ts'

const consultation = '6f1c2f3e-6c1b-4a52-9d62-0a4b2b1a9a11'
const key = signingKeyOf(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey)
const publicKey = createPublicKey(key.privateKey)
const number = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
const bytes = (value: bigint) => Buffer.from(value.toString(16).padStart(512, '0'), 'hex')

async function tokenOf(): Promise<Token> {
  const own = randomBytes(tokenBytes)
  const modulus = number(key.modulus)
  const made = await blind(
    modulus,
    tokenMessage(consultation, own),
    randomBytes(48),
    number(randomBytes(200)) + 1n
  )
  return {
    bytes: own,
    signature: bytes(unblind(modulus, made, number(blindSign(key, bytes(made.blinded))))!)
  }
}

describe('a token', () => {
  it('leaves a mark of its own, always the same', async () => {
    const [one, other] = [await tokenOf(), await tokenOf()]
    const marks = [one, one, other].map(token => markOfToken(consultation, publicKey, token)?.toString('hex'))
    expect(marks[0]).toMatch(/^[0-9a-f]{64}$/)
    expect(marks[1]).toBe(marks[0])
    expect(marks[2]).not.toBe(marks[0])
  })

  it('with anything changed in it is accepted 0 times of 10 000', async () => {
    const token = await tokenOf()
    const random = (below: number) => randomBytes(4).readUInt32BE() % below
    let accepted = 0
    for (let count = 0; count < 10_000; count += 1) {
      const parts = { bytes: Buffer.from(token.bytes), signature: Buffer.from(token.signature) }
      const part = parts[count % 2 === 0 ? 'bytes' : 'signature']
      for (let changes = 0; changes <= count % 3; changes += 1) {
        const at = random(part.length)
        part[at] = (part[at]! + 1 + random(255)) % 256
      }
      const cut = count % 7 === 0 ? { ...parts, signature: parts.signature.subarray(random(255)) } : parts
      const isSame = cut.bytes.equals(token.bytes) && cut.signature.equals(token.signature)
      if (!isSame && markOfToken(consultation, publicKey, cut) !== undefined) accepted += 1
    }
    expect(accepted).toBe(0)
  })

  it('of one consultation, or of one key, is none of another', async () => {
    const token = await tokenOf()
    const other = createPublicKey(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey)
    expect(markOfToken(consultation.replace('6', '7'), publicKey, token)).toBeUndefined()
    expect(markOfToken(consultation, other, token)).toBeUndefined()
  })
})
