import { createPrivateKey, type KeyObject } from 'node:crypto'
import vectors from '../fixtures/rfc9474.json' with { type: 'json' }

/** The published figures of the four variants, and the key that they share. */
export const { key: rfcKey, variants: rfcVariants } = vectors

export const hex = (value: string): Buffer => Buffer.from(value, 'hex')
export const big = (value: string): bigint => BigInt(`0x${value}`)

/** The private key of the RFC, as OpenSSL takes it. */
export function rfcPrivateKey(): KeyObject {
  const [p, q, d] = [big(rfcKey.p), big(rfcKey.q), big(rfcKey.d)]
  const numbers = {
    n: big(rfcKey.n),
    e: big(rfcKey.e),
    d,
    p,
    q,
    dp: d % (p - 1n),
    dq: d % (q - 1n),
    qi: inverse(q, p)
  }
  const jwk = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, base64url(value)]))
  return createPrivateKey({ format: 'jwk', key: { kty: 'RSA', ...jwk } })
}

function base64url(value: bigint): string {
  const digits = value.toString(16)
  return hex(digits.padStart(digits.length + (digits.length % 2), '0')).toString('base64url')
}

/** By Fermat: the modulus is a prime. */
function inverse(value: bigint, prime: bigint): bigint {
  let [result, square] = [1n, value % prime]
  for (let power = prime - 2n; power > 0n; power >>= 1n) {
    if (power & 1n) result = (result * square) % prime
    square = (square * square) % prime
  }
  return result
}
