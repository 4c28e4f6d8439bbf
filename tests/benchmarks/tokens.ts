import { constants, createPublicKey, generateKeyPairSync, privateDecrypt, randomBytes } from 'node:crypto'
import { tokenBytes, tokenMessage } from '#surveys'
import { blindSign, signingKeyOf } from '../../server/tokens/blind-signature.ts'
import { markOfToken } from '../../server/tokens/mark.ts'
import { blind, unblind } from '../../views/browser/blind-signature.ts'
import { median } from './machine.ts'

const rounds = 5
const msPerRound = 800

/** Tokens signed and checked in a second by one core, beside the bare private operation of RSA-2048. */
export async function benchmarkTokens(): Promise<void> {
  const consultation = '6f1c2f3e-6c1b-4a52-9d62-0a4b2b1a9a11'
  const key = signingKeyOf(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey)
  const publicKey = createPublicKey(key.privateKey)
  const own = randomBytes(tokenBytes)
  const modulus = number(key.modulus)
  const began = performance.now()
  const made = await blind(
    modulus,
    tokenMessage(consultation, own),
    randomBytes(48),
    number(randomBytes(250)) + 1n
  )
  const blinding = performance.now() - began
  const blinded = bytes(made.blinded)
  const token = { bytes: own, signature: bytes(unblind(modulus, made, number(blindSign(key, blinded)))!) }
  const padding = constants.RSA_NO_PADDING
  const rates = alternating({
    'bare private operation': () => privateDecrypt({ key: key.privateKey, padding }, blinded),
    'sign, and check it': () => blindSign(key, blinded),
    'verify, and mark': () => markOfToken(consultation, publicKey, token)
  })
  for (const [name, rate] of rates) console.log(`${name}: ${Math.round(rate)} a second`)
  console.log(`blinding in the browser's code, the first time: ${blinding.toFixed(1)} ms`)
}

/** Each piece of work in turn, so that what else the machine does falls on all of them. @returns medians, a second */
function alternating(works: Readonly<Record<string, () => unknown>>): [string, number][] {
  const measured = new Map(Object.keys(works).map(name => [name, [] as number[]]))
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, work] of Object.entries(works)) measured.get(name)?.push(rateOf(work))
  }
  return [...measured].map(([name, rates]) => [name, median(rates)])
}

/** By the time of this process, in which nobody else works. */
function rateOf(work: () => unknown): number {
  const end = performance.now() + msPerRound
  const before = process.cpuUsage()
  let times = 0
  while (performance.now() < end) {
    work()
    times += 1
  }
  const { user, system } = process.cpuUsage(before)
  return (times * 1e6) / (user + system)
}

const number = (value: Uint8Array): bigint => BigInt(`0x${Buffer.from(value).toString('hex')}`)
const bytes = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(512, '0'), 'hex')
