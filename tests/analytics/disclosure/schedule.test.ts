import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alwaysWaiting, nextThreshold, thresholdReached } from '../../../analytics/disclosure/schedule.ts'

describe('the schedule of live releases', () => {
  it('is the one that is promised, and in a room it begins at thirty', () => {
    expect(thresholds(10, 12)).toEqual([10, 20, 30, 45, 67, 100, 150, 225, 337, 505, 757, 1135])
    expect(thresholds(30, 4)).toEqual([30, 45, 67, 100])
  })

  it.each([
    ['nobody has come', 0, 0, undefined],
    ['ten have come and nobody else waits', 0, 19, undefined],
    ['ten more wait', 0, 20, 10],
    ['many come at once: the highest', 0, 78, 67],
    ['one too few for the next', 10, 29, undefined],
    ['the next', 10, 30, 20]
  ])('releases when %s', (_, poured, arrived, reached) => {
    expect(thresholdReached(poured, arrived, 10)).toBe(reached)
  })

  it('never sets two releases less than ten apart, and always leaves ten waiting', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(20_000), fc.constantFrom(10, 30), (poured, arrived, first) => {
        const reached = thresholdReached(poured, arrived, first)
        if (reached === undefined) return arrived < nextThreshold(poured, first) + alwaysWaiting
        return reached - poured >= 10 && arrived - reached >= alwaysWaiting
      })
    )
  })
})

function thresholds(first: number, count: number): number[] {
  const all: number[] = []
  for (let poured = 0; all.length < count;) {
    poured = nextThreshold(poured, first)
    all.push(poured)
  }
  return all
}
