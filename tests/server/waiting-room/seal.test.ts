import { generateKeyPairSync, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { opener, sealBytes, sealer } from '../../../server/waiting-room/seal.ts'
import { rawPublicKey } from '../../../server/waiting-room/x25519.ts'

const now = new Date('2026-03-10T12:00:00Z')
function room(id: string) {
  const { privateKey, publicKey } = generateKeyPairSync('x25519')
  const recipient = { id, publicKey: rawPublicKey(publicKey) }
  return { recipient, open: opener(recipient, privateKey) }
}
const ours = room('ours')

describe('what is sealed', () => {
  it('is opened by the key of its waiting room, whatever it is', () => {
    const seal = sealer()
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 5000 }), bytes => {
        const payload = Buffer.from(bytes)
        const sealed = seal(ours.recipient, payload, now)
        expect(sealed.length).toBe(payload.length + sealBytes)
        expect(ours.open(sealed)).toEqual(payload)
      })
    )
  })

  it('is opened by no other key', () => {
    const sealed = sealer()(ours.recipient, randomBytes(1024), now)
    expect(() => room('other').open(sealed)).toThrow()
  })

  it('is refused when one bit of it was changed, wherever', () => {
    const sealed = sealer()(ours.recipient, randomBytes(64), now)
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      // The highest bit of an X25519 key is ignored (RFC 7748, section 5), but it is part of what the key is drawn from.
      expect(() => ours.open(changed)).toThrow()
    }
  })

  it('is refused when it is cut short', () => {
    const sealed = sealer()(ours.recipient, randomBytes(64), now)
    for (const length of [0, 1, 32, sealBytes, sealed.length - 1])
      expect(() => ours.open(sealed.subarray(0, length))).toThrow()
  })

  it('never looks the same twice, and shares its sender only within a minute', () => {
    const seal = sealer()
    const payload = Buffer.alloc(1024)
    const at = (instant: string) => seal(ours.recipient, payload, new Date(instant))
    const [first, second, later] = [
      at('2026-03-10T12:00:01Z'),
      at('2026-03-10T12:00:59Z'),
      at('2026-03-10T12:01:00Z')
    ]
    const sender = (sealed: Buffer) => sealed.subarray(0, 32).toString('hex')
    expect(sender(first)).toBe(sender(second))
    expect(sender(later)).not.toBe(sender(first))
    expect(first.subarray(32)).not.toEqual(second.subarray(32))
    expect(sender(sealer()(ours.recipient, payload, now))).not.toBe(sender(first))
  })

  it('has a nonce of its own, however many there are', () => {
    const seal = sealer()
    const nonces = Array.from({ length: 3000 }, () =>
      seal(ours.recipient, Buffer.alloc(16), now).subarray(32, 44).toString('hex')
    )
    expect(new Set(nonces).size).toBe(3000)
  })
})
