import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { sealer } from '../../../server/waiting-room/seal.ts'
import { publicKeyBytes, rawPublicKey } from '../../../server/waiting-room/x25519.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const recipient = { id: 'one', publicKey: rawPublicKey(generateKeyPairSync('x25519').publicKey) }
const noon = new Date('2026-03-10T12:00:00Z')

it('of a minute is given up after a minute, also when nobody comes any more', () => {
  const seal = sealer()
  const senderNow = () => seal(recipient, randomBytes(1024), noon).subarray(0, publicKeyBytes)
  const first = senderNow()
  vi.advanceTimersByTime(59_000)
  expect(senderNow()).toEqual(first)
  vi.advanceTimersByTime(1_000)
  expect(senderNow()).not.toEqual(first)
})
