import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateIn } from '#surveys'
import { currentAmong, shownUntil, standingOf, todayAt } from '../../../server/helplines/current.ts'
import { helpline } from '../../support/helplines.ts'

const noon = (date: string) => new Date(`${date}T12:00:00Z`)
const daysAfter = (date: string, days: number) => dateIn(days, noon(date), 'UTC')
const dates = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2039-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

describe('a helpline is shown', () => {
  it.each([
    ['on the day of its verification', '2026-03-01', true],
    ['on the day after', '2026-03-02', true],
    ['on the ninetieth day after', '2026-05-30', true],
    ['no more on the ninety-first', '2026-05-31', false],
    ['nor a year later', '2027-03-01', false],
    ['nor before somebody can have verified it', '2026-02-28', false]
  ])('%s', (_, today, isShown) => {
    expect(currentAmong([helpline()], today)).toHaveLength(isShown ? 1 : 0)
  })

  it('until ninety days are over, over leap days and new years too', () => {
    expect(shownUntil('2026-03-01')).toBe('2026-05-30')
    expect(shownUntil('2027-12-15')).toBe('2028-03-14')
    expect(shownUntil('2028-01-31')).toBe('2028-04-30')
  })

  it('from 0 to 90 days after its verification, whenever that is, and on no other day', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -400, max: 400 }), (verifiedOn, age) => {
        const today = daysAfter(verifiedOn, age)
        const isShown = currentAmong([helpline({ verifiedOn })], today).length === 1
        expect(isShown).toBe(age >= 0 && age <= 90)
        expect(isShown).toBe(standingOf(helpline({ verifiedOn }), today).kind === 'shown')
      })
    )
  })

  it('on the calendar of the secretariat', () => {
    expect(todayAt(new Date('2026-05-30T21:59:59Z'))).toBe('2026-05-30')
    expect(todayAt(new Date('2026-05-30T22:00:00Z'))).toBe('2026-05-31')
  })
})

describe('a helpline is never shown', () => {
  it.each([
    ['that nobody has verified', { verifiedOn: null, verifiedBy: null }, 'notVerified'],
    ['whose verification is too old', { verifiedOn: '2025-01-01' }, 'tooOld'],
    ['that was verified on a day to come', { verifiedOn: '2026-03-11' }, 'faulty'],
    ['without a source', { source: '' }, 'faulty'],
    ['without a number or a website', { number: null, website: null }, 'faulty'],
    ['with a website that would run', { website: 'javascript:alert(1)' }, 'faulty'],
    ['with a number that is none', { number: '<b>116</b>' }, 'faulty'],
    ['without the name of who verified it', { verifiedBy: null }, 'faulty']
  ])('%s', (_, changed, kind) => {
    const wrong = helpline(changed)
    expect(standingOf(wrong, '2026-03-10').kind).toBe(kind)
    expect(currentAmong([wrong, helpline()], '2026-03-10')).toEqual([helpline()])
  })
})
