import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  noiseAt,
  perturbationTable,
  probabilitiesOf,
  rowOf,
  type PerturbationTable
} from '../../../analytics/disclosure/perturbation.ts'

describe('the perturbation table', () => {
  it('has the 17 probabilities that the R package ptable publishes for D = 2, V = 1.05, js = 1', () => {
    // ptable 1.0.0 (T. Enderle, Destatis), tests/testthat/test-examples.R, pt_ex_cnts()
    const published = [
      [1],
      [0.50833333, 0.475, 0.01666667],
      [0.16155827, 0.55565037, 0.24246618, 0.04032518],
      [0.41231301, 0.28806097, 0.18693903, 0.11268699],
      [0.07012498, 0.24450007, 0.3707499, 0.24450007, 0.07012498]
    ]
    const { rows } = perturbationTable({ D: 2, V: 1.05, js: 1 })
    expect(rows.map(row => probabilitiesOf(row).length)).toEqual([1, 3, 4, 4, 5])
    rows.forEach((row, n) =>
      probabilitiesOf(row).forEach((p, index) =>
        expect(Math.abs(p - (published[n]?.[index] ?? NaN))).toBeLessThan(1e-6)
      )
    )
  })

  it('has mean 0, the variance asked for, and noise that leaves no count negative', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (D, part) => {
          const V = part * D * D
          perturbationTable({ D, V }).rows.forEach((row, n) => {
            const low = Math.min(D, n)
            expect([row.noise[0], row.noise.at(-1)]).toEqual(n === 0 ? [0, 0] : [-low, D])
            expect(moment(row, 0)).toBeCloseTo(1, 10)
            expect(moment(row, 1)).toBeCloseTo(0, 8)
            // A mean of 0 between -low and D leaves room for a variance of low · D at most.
            if (n > 0) expect(moment(row, 2)).toBeCloseTo(Math.min(V, low * D), 7)
          })
        }
      )
    )
  })

  it('has the highest entropy: the logarithms of the probabilities lie on a parabola', () => {
    for (const row of perturbationTable({ D: 5, V: 3 }).rows.slice(1)) {
      const logs = probabilitiesOf(row).map(Math.log)
      const third = [3, 2, 1].reduce(steps => steps.slice(1).map((log, i) => log - (steps[i] ?? NaN)), logs)
      third.forEach(step => expect(step).toBeCloseTo(0, 7))
    }
  })

  it('refuses a variance that blocked counts make impossible', () => {
    expect(() => perturbationTable({ D: 2, V: 0.9, js: 1 })).toThrow(RangeError)
    expect(() => perturbationTable({ D: 0, V: 1 })).toThrow(RangeError)
  })
})

describe('the noise lookup', () => {
  it('gives each noise as often as its probability says', () => {
    const table = perturbationTable({ D: 5, V: 3 })
    const draws = Array.from({ length: 100_000 }, (_, index) => noiseAt(table, 40, index / 100_000))
    const row = rowOf(table, 40)
    probabilitiesOf(row).forEach((p, index) => {
      const share = draws.filter(draw => draw === row.noise[index]).length / draws.length
      expect(Math.abs(share - p)).toBeLessThan(2e-5)
    })
  })

  it('leaves nobody as nobody', () => {
    const table = perturbationTable({ D: 5, V: 3 })
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        u => noiseAt(table, 0, u) === 0
      )
    )
  })

  it('repeats published cells of the Office for National Statistics under its own key rule', () => {
    // ONSdigital/cell-key-perturbation-R (MIT), table of var1, var5, var8: count, cell key modulo 256, printed.
    // Its perturbation table 10_5 has one row for each count to 750, the same noise for all 256 keys.
    const cells = [
      [10, 173, 10],
      [10, 88, 10],
      [7, 180, 0],
      [14, 66, 15],
      [11, 190, 10],
      [12, 120, 10]
    ] as const
    for (const [count, key, printed] of cells) {
      expect(count + noiseAt(onsTable, count, key / 256)).toBe(printed)
    }
  })

  it('goes round in the last rows for counts beyond the table', () => {
    expect(noiseAt(onsTable, 751, 0)).toBe(noiseAt(onsTable, 501, 0))
    expect(noiseAt(onsTable, 1002, 0)).toBe(noiseAt(onsTable, 502, 0))
    expect(noiseAt(onsTable, 502, 0)).toBe(-2)
  })

  it('refuses counts that are none and u outside [0, 1)', () => {
    const table = perturbationTable({ D: 5, V: 3 })
    for (const [count, u] of [
      [-1, 0],
      [1.5, 0],
      [1, 1],
      [1, -0.1],
      [1, NaN]
    ] as const) {
      expect(() => noiseAt(table, count, u)).toThrow(RangeError)
    }
  })
})

const onsTable: PerturbationTable = {
  rows: Array.from({ length: 751 }, (_, n) => ({
    noise: Array.from({ length: 256 }, () => (n < 10 ? -n : 5 * Math.round(n / 5) - n)),
    upTo: Array.from({ length: 256 }, (_key, key) => (key + 1) / 256)
  })),
  cycle: 250
}

function moment(row: PerturbationTable['rows'][number], k: number): number {
  return probabilitiesOf(row).reduce((sum, p, index) => sum + p * (row.noise[index] ?? NaN) ** k, 0)
}
