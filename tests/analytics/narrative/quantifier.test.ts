import { describe, expect, it } from 'vitest'
import { quantifierOf } from '../../../analytics/narrative/quantifier.ts'

/** Every printed share from and to, both ends included. */
const ranges = [
  [0, 9, 'few'],
  [10, 22, 'minority'],
  [23, 27, 'aboutQuarter'],
  [28, 30, 'minority'],
  [31, 36, 'aboutThird'],
  [37, 45, 'fewerThanHalf'],
  [46, 54, 'aboutHalf'],
  [55, 74, 'most'],
  [75, 89, 'largeMajority'],
  [90, 100, 'nearlyAll']
] as const

describe('the words for a share', () => {
  it.each(ranges)('from %i to %i per cent are %s', (from, to, quantifier) => {
    for (let percent = from; percent <= to; percent++) expect(quantifierOf(percent, '')).toBe(quantifier)
  })

  it('are said for each whole per cent', () => {
    expect(ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0)).toBe(101)
  })

  it.each([95, 98, 99, 50])(
    'are those for nearly all where %i per cent or more is all that is known',
    percent => {
      expect(quantifierOf(percent, 't')).toBe('nearlyAll')
    }
  )

  it.each([-1, 101, 61.5, NaN])('do not exist for %d per cent', percent => {
    expect(() => quantifierOf(percent, '')).toThrow(RangeError)
  })
})
