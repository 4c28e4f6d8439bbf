import { describe, expect, it } from 'vitest'
import { isDue, lastDays } from '../../../server/retention/due.ts'

describe('what is kept after a release', () => {
  it.each([
    ['2026-04-15', '2028-04-15', '2026-07-14'],
    ['2026-12-31', '2028-12-31', '2027-03-31'],
    // 29 February comes back in 2032 only: the last day of the month stands for it.
    ['2028-02-29', '2030-02-28', '2028-05-29'],
    ['2027-12-01', '2029-12-01', '2028-02-29']
  ])('released on %s: answers go on %s, own words on %s', (releasedOn, responses, remarks) => {
    expect(lastDays(releasedOn)).toEqual({ responses, remarks })
  })

  it('goes on that day and not on the day before', () => {
    expect(isDue('2028-04-15', '2028-04-14')).toBe(false)
    expect(isDue('2028-04-15', '2028-04-15')).toBe(true)
  })
})
