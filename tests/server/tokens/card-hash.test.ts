import { createHash, createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { cardHash, fingerprintOfCard } from '../../../server/tokens/card-hash.ts'

const consultation = '6f1c2f3e-6c1b-4a52-9d62-0a4b2b1a9a11'
const code = '0123456789AB'

describe('the hash of a card', () => {
  it('is what any browser makes of consultation and code: SHA-256 of the one after the other', () => {
    const both = createHash('sha256').update(`${consultation}${code}`).digest()
    expect(fingerprintOfCard(consultation, code)).toEqual(both)
  })

  it('is kept under the pepper: another pepper, consultation or code gives another', () => {
    const kept = (pepper: string, where: string, what: string) =>
      cardHash(Buffer.from(pepper), fingerprintOfCard(where, what)).toString('hex')
    const one = kept('pepper', consultation, code)
    const others = [
      kept('other', consultation, code),
      kept('pepper', consultation.replace('6', '7'), code),
      kept('pepper', consultation, '0123456789AC')
    ]
    expect(one).toBe(
      createHmac('sha256', 'pepper').update(fingerprintOfCard(consultation, code)).digest('hex')
    )
    expect(new Set([one, ...others]).size).toBe(4)
  })
})
