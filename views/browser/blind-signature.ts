import { numberOf } from './hex.ts'

/**
 * RSABSSA-SHA384 of RFC 9474, the part of the browser: what is signed cannot be read by whoever signs, and the signature
 * cannot be told by them from any other. Numbers are those of the RFC's sections 4.2 and 4.4, for keys with e = 65 537.
 */
export type Blinding = {
  /** What is sent to be signed. */
  readonly blinded: bigint
  /** What takes the blinding off again. */
  readonly inverse: bigint
  /** The message as it is to be signed: by it the signature is checked. */
  readonly encoded: bigint
}

/**
 * @param modulus with its highest bit set, as every RSA key of full length has it
 * @param salt    random, 48 bytes; none in the variants without one
 * @param factor  random, uniform from 1 to the modulus - 1
 * @throws RangeError when the factor has no inverse, which is as rare as guessing the key
 */
export async function blind(
  modulus: bigint,
  message: Uint8Array,
  salt: Uint8Array,
  factor: bigint
): Promise<Blinding> {
  const inverse = inverseOf(factor, modulus)
  const encoded = await encode(message, salt, modulus.toString(16).length / 2)
  return { encoded, inverse, blinded: (encoded * power(factor, modulus)) % modulus }
}

/** @returns the signature of the message; undefined where what came back is none */
export function unblind(
  modulus: bigint,
  { encoded, inverse }: Pick<Blinding, 'encoded' | 'inverse'>,
  signed: bigint
): bigint | undefined {
  const signature = (signed * inverse) % modulus
  return power(signature, modulus) === encoded ? signature : undefined
}

const hashBytes = 48

/** EMSA-PSS of RFC 8017, section 9.1.1, with SHA-384 and MGF1. @param length of the modulus in bytes */
async function encode(message: Uint8Array, salt: Uint8Array, length: number): Promise<bigint> {
  const hash = await sha384([...new Uint8Array(8), ...(await sha384(message)), ...salt])
  const masked = new Uint8Array(length - hashBytes - 1)
  masked.set([1, ...salt], masked.length - salt.length - 1)
  for (let at = 0; at < masked.length; at += hashBytes) {
    const mask = await sha384([...hash, 0, 0, 0, at / hashBytes])
    mask.forEach((byte, place) => {
      masked[at + place] = (masked[at + place] ?? 0) ^ byte
    })
  }
  // One bit less than the modulus has.
  masked[0] = (masked[0] ?? 0) & 127
  return numberOf([...masked, ...hash, 0xbc])
}

async function sha384(bytes: Iterable<number>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-384', Uint8Array.from(bytes)))
}

/** The 65 537th power: squared sixteen times, and once more by itself. */
function power(base: bigint, modulus: bigint): bigint {
  let square = base
  for (let times = 0; times < 16; times += 1) square = (square * square) % modulus
  return (square * base) % modulus
}

/** By Euclid. */
function inverseOf(value: bigint, modulus: bigint): bigint {
  let [rest, next, factor, other] = [modulus, value, 0n, 1n]
  while (next > 0n) {
    const times = rest / next
    ;[rest, next, factor, other] = [next, rest - times * next, other, factor - times * other]
  }
  if (rest !== 1n) throw new RangeError('no inverse')
  return (factor + modulus) % modulus
}
