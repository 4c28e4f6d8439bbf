import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renewed } from '../../../server/helplines/renewed.ts'
import type { Helpline } from '../../../server/helplines/helpline.ts'
import { helpline } from '../../support/helplines.ts'

const unverified = { verifiedOn: null, verifiedBy: null }

describe('a helpline that a file brings again', () => {
  it.each<[string, Partial<Helpline>]>([
    ['number', { number: '01632 960009' }],
    ['website', { website: null }],
    ['hours', { hours: 'Mon–Fri' }],
    ['cost', { cost: 'charged' }],
    ['languages', { languages: ['fr'] }],
    ['source', { source: 'a letter' }]
  ])('loses its verification with another %s', (_, changed) => {
    const brought = helpline({ ...changed, ...unverified })
    expect(renewed(helpline(), brought)).toEqual(brought)
  })

  it('keeps its verification where it says the same', () => {
    expect(renewed(helpline(), helpline(unverified))).toEqual(helpline())
  })

  it('takes a newer verification, changed or not', () => {
    for (const number of ['01632 960001', '01632 960009']) {
      const brought = helpline({ number, verifiedOn: '2026-03-02', verifiedBy: 'Another' })
      expect(renewed(helpline(), brought)).toEqual(brought)
      expect(renewed(helpline(unverified), brought)).toEqual(brought)
    }
  })

  it('takes no older verification, and none of the same day for another text', () => {
    expect(renewed(helpline(), helpline({ verifiedOn: '2026-02-01' }))).toEqual(helpline())
    for (const verifiedOn of ['2026-02-01', '2026-03-01']) {
      const brought = helpline({ number: '01632 960009', verifiedOn })
      expect(renewed(helpline(), brought)).toEqual({ ...brought, ...unverified })
    }
  })

  it('is never verified with a text that nobody verified, whatever is brought in which order', () => {
    const any = fc.record({
      number: fc.constantFrom('01632 960001', '01632 960002'),
      hours: fc.constantFrom('always', 'Mon–Fri'),
      day: fc.option(fc.constantFrom('2026-03-01', '2026-03-02', '2026-03-03'))
    })
    fc.assert(
      fc.property(any, fc.array(any, { maxLength: 6 }), (first, later) => {
        const files = [first, ...later].map(({ day, ...text }) =>
          helpline({ ...text, verifiedOn: day, verifiedBy: day && 'Somebody' })
        )
        const [kept, ...brought] = files
        const { verifiedOn, number, hours } = brought.reduce(renewed, kept!)
        const isVerified = (file: Helpline) =>
          file.verifiedOn === verifiedOn && file.number === number && file.hours === hours
        expect(verifiedOn === null || files.some(isVerified)).toBe(true)
      })
    )
  })
})
