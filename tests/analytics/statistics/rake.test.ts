import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kishEffect } from '../../../analytics/statistics/kish-effect.ts'
import { rake, rakingLimits, type RakingMargin } from '../../../analytics/statistics/rake.ts'
import { weightedShare } from '../../../analytics/statistics/weighted-share.ts'
import california from '../../fixtures/california-schools.json' with { type: 'json' }

describe('raking the sample of California schools', () => {
  const { schools, start, margins } = california
  const one = schools.flatMap(school => Array.from({ length: school.count }, () => school))
  const margin = (name: 'type' | 'schoolWide'): RakingMargin => {
    const totals: Readonly<Record<string, number>> = margins[name]
    const names = Object.keys(totals)
    return { categoryOf: one.map(school => names.indexOf(school[name])), totals: Object.values(totals) }
  }
  const weights = rake({
    persons: one.map(() => 1),
    start: one.map(() => start),
    margins: [margin('type'), margin('schoolWide')]
  })

  it('gives the 183 weights of the R package survey within 1e-6', () => {
    expect(weights).toHaveLength(183)
    weights?.forEach((weight, index) => {
      expect(Math.abs(weight - (one[index]?.weight ?? NaN))).toBeLessThan(1e-6)
    })
  })

  it('gives its mean, its total and its design effect', () => {
    // Schools of one type have one weight, so their sums are enough.
    const sum = (of: 'count' | 'api00' | 'enroll') =>
      schools.reduce((total, school) => total + (weights?.[one.indexOf(school)] ?? NaN) * school[of], 0)
    expect(sum('api00') / sum('count')).toBeCloseTo(california.meanApi00, 7)
    expect(Math.round(sum('enroll'))).toBe(california.totalEnroll)
    const counts = one.map(() => 1)
    expect(kishEffect(counts, weights ?? [])).toBeCloseTo(california.kishEffect, 6)
  })
})

describe('raking', () => {
  it('gives up after 50 sweeps where nobody can carry a total', () => {
    const margin = { categoryOf: [0, 0], totals: [5, 5] }
    expect(rake({ persons: [5, 5], start: [1, 1], margins: [margin] })).toBeUndefined()
    expect(
      rake({ persons: [10, 0], start: [1, 1], margins: [{ categoryOf: [0, 1], totals: [5, 5] }] })
    ).toBeUndefined()
  })

  it('gives up where a total can be reached only by weights above five times the mean', () => {
    const share = (share: number) => ({ categoryOf: [0, 1], totals: [100 * share, 100 * (1 - share)] })
    // 2 of 100 persons as 9 of 100: weight 4.5. As 11 of 100: weight 5.5.
    expect(rake({ persons: [2, 98], start: [1, 1], margins: [share(0.09)] })?.[0]).toBeCloseTo(4.5, 9)
    expect(rake({ persons: [2, 98], start: [1, 1], margins: [share(0.11)] })).toBeUndefined()
  })

  it('trims a weight to five times the mean where the margins can do without it', () => {
    // Of two who are rare by age and by place, one is rare in both: unbounded, that one would have a weight of 8.1.
    const persons = [2, 12, 12, 74]
    const age = { categoryOf: [0, 0, 1, 1], totals: [40, 60] }
    const place = { categoryOf: [0, 1, 0, 1], totals: [40, 60] }
    const weights = rake({ persons, start: [1, 1, 1, 1], margins: [age, place] }) ?? []
    expect(Math.max(...weights)).toBeLessThanOrEqual(rakingLimits.cap * (1 + rakingLimits.tolerance))
    expect(sumOf(weights, persons, age, 0)).toBeCloseTo(40, 3)
    expect(sumOf(weights, persons, place, 0)).toBeCloseTo(40, 3)
  })

  it('refuses what cannot be raked as our own mistake', () => {
    const margins = [{ categoryOf: [0, 1], totals: [1, 1] }]
    expect(() => rake({ persons: [1], start: [1], margins })).toThrow(RangeError)
    expect(() => rake({ persons: [1, 1], start: [1, 0], margins })).toThrow(RangeError)
    expect(() => rake({ persons: [1, 1], start: [1, 1], margins: [] })).toThrow(RangeError)
    const unequal = [...margins, { categoryOf: [0, 1], totals: [1, 2] }]
    expect(() => rake({ persons: [1, 1], start: [1, 1], margins: unequal })).toThrow(RangeError)
  })

  /** Two properties of up to four categories; every combination has somebody, so that targets can be reached. */
  const anyTask = fc
    .record({ rows: fc.integer({ min: 2, max: 4 }), columns: fc.integer({ min: 2, max: 4 }) })
    .chain(({ rows, columns }) => {
      const shares = (length: number) =>
        fc.array(fc.integer({ min: 8, max: 14 }), { minLength: length, maxLength: length })
      const cells = rows * columns
      return fc.record({
        columns: fc.constant(columns),
        persons: fc.array(fc.integer({ min: 10, max: 40 }), { minLength: cells, maxLength: cells }),
        first: shares(rows),
        second: shares(columns)
      })
    })
    .map(({ columns, persons, first, second }) => {
      const people = persons.reduce((sum, count) => sum + count, 0)
      const totalsOf = (shares: readonly number[]) => {
        const sum = shares.reduce((all, share) => all + share, 0)
        return shares.map(share => (people * share) / sum)
      }
      const byRow = { categoryOf: persons.map((_, at) => Math.floor(at / columns)), totals: totalsOf(first) }
      const byColumn = { categoryOf: persons.map((_, at) => at % columns), totals: totalsOf(second) }
      return { persons, start: persons.map(() => 1), byRow, byColumn }
    })

  it('hits every margin with positive weights, whichever comes first', () => {
    fc.assert(
      fc.property(anyTask, ({ persons, start, byRow, byColumn }) => {
        const weights = rake({ persons, start, margins: [byRow, byColumn] }) ?? []
        const turned = rake({ persons, start, margins: [byColumn, byRow] }) ?? []
        expect(weights).toHaveLength(persons.length)
        expect(weights.every(weight => weight > 0)).toBe(true)
        for (const margin of [byRow, byColumn]) {
          margin.totals.forEach((total, category) => {
            const off = Math.abs(sumOf(weights, persons, margin, category) / total - 1)
            expect(off).toBeLessThanOrEqual(rakingLimits.tolerance)
          })
        }
        weights.forEach((weight, at) => expect(turned[at]).toBeCloseTo(weight, 6))
      }),
      { numRuns: 200 }
    )
  })

  it('changes no weight where the margins are there already', () => {
    fc.assert(
      fc.property(anyTask, ({ persons, start, byRow }) => {
        const there = { ...byRow, totals: byRow.totals.map((_, at) => sumOf(start, persons, byRow, at)) }
        rake({ persons, start, margins: [there] })?.forEach(weight => expect(weight).toBeCloseTo(1, 12))
        expect(kishEffect(persons, start)).toBeCloseTo(1, 12)
      })
    )
  })
})

describe('a weighted share', () => {
  it('is the plain share where all weights are equal', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0.01, max: 9, noNaN: true }),
        (n, weight) => {
          const share = weightedShare([{ weight, chosen: Math.floor(n / 3), answered: n }])
          expect(share).toBeCloseTo(Math.floor(n / 3) / n, 12)
        }
      )
    )
  })

  it('needs somebody who answered', () => {
    expect(() => weightedShare([{ weight: 1, chosen: 0, answered: 0 }])).toThrow(RangeError)
    expect(() => kishEffect([], [])).toThrow(RangeError)
  })
})

function sumOf(
  weights: readonly number[],
  persons: readonly number[],
  { categoryOf }: RakingMargin,
  category: number
): number {
  return weights.reduce(
    (sum, weight, row) => sum + (categoryOf[row] === category ? weight * (persons[row] ?? 0) : 0),
    0
  )
}
