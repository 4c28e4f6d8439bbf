import { beforeAll, describe, expect, it } from 'vitest'
import type { PrintedTable } from '../../../../analytics/table.ts'
import { audited, madeUp, twenty, type MadeUp } from './consultations.ts'
import { starsOf, surest } from './judge.ts'
import { leastSquares } from './least-squares.ts'
import { optionCells } from './option-cells.ts'

const values = new Map([
  ['gender', ['female', 'male', 'another', 'not_given']],
  ['age_band', ['13_15', '16_17', '18_24', 'not_given']],
  ['place', ['city', 'village', 'not_given']]
])

describe('twenty consultations of 60 to 2 000 answers, audited', { timeout: 120_000 }, () => {
  let all: readonly (MadeUp & { readonly left: readonly PrintedTable[] })[] = []
  beforeAll(() => {
    all = twenty.map(madeUp).map(one => ({ ...one, left: audited(one) }))
  }, 120_000)

  it('say nothing of a few people that an exact posterior would be nine tenths sure of', () => {
    const sure = all.flatMap(({ left }) => starsOf(left).flatMap(surest))
    expect(sure.length).toBeGreaterThan(500)
    expect(Math.max(...sure)).toBeLessThan(0.9)
    // The judge can see such a thing at all.
    expect(Math.max(...surest({ whole: 100, parts: [58, 57], hasRest: true }))).toBeGreaterThan(0.9)
  })

  it('keep nearly all their tables', () => {
    const tables = all.reduce((sum, { printed }) => sum + printed.length, 0)
    const left = all.reduce((sum, one) => sum + one.left.length, 0)
    expect(left / tables).toBeGreaterThan(0.95)
  })

  it('do not give away small cells to least squares: at most 35 in a hundred exactly', () => {
    let small = 0
    let right = 0
    for (const { truth, left } of all) {
      for (const question of ['mood', 'uses', 'hurt']) {
        const codes = truth.find(table => table.question === question)?.codes ?? []
        for (const code of codes) {
          const { cells, atoms } = optionCells(truth, left, question, code, values)
          const told = cells.filter(({ printed }) => printed !== undefined)
          const found = leastSquares(
            told.map(cell => cell.atoms),
            told.map(({ printed }) => printed ?? 4.5),
            told.map(({ printed }) => (printed === null ? 0.1 : 1)),
            atoms
          )
          for (const cell of cells.filter(one => one.truth >= 1 && one.truth <= 9)) {
            small += 1
            const guess = Math.round(cell.atoms.reduce((sum, atom) => sum + (found[atom] ?? 0), 0))
            if (guess === cell.truth) right += 1
          }
        }
      }
    }
    expect(small).toBeGreaterThan(1000)
    expect(right / small).toBeLessThanOrEqual(0.35)
  })
})
