import loadHighs from 'highs'
import { beforeAll, describe, expect, it } from 'vitest'
import { defaultPolicy } from '../../../../analytics/disclosure/policy.ts'
import type { PrintedTable, Table } from '../../../../analytics/table.ts'
import { audited, madeUp, type MadeUp } from './consultations.ts'
import { optionCells, type OptionCell } from './option-cells.ts'

const values = new Map([
  ['gender', ['female', 'male', 'another', 'not_given']],
  ['place', ['city', 'village', 'not_given']]
])
const made = { count: 300, by: ['gender', 'place'] }
const seeds = [1, 2]
const codes = ['good', 'fair', 'bad']

/** What is known of a count for certain: its least and its most. */
type Known = { readonly from: number; readonly to: number }

/** Small cells, how many of them a linear program narrows to one number, and how many of these are as they are. */
describe('linear programs', { timeout: 60_000 }, () => {
  let solve: (problem: string) => number | undefined
  beforeAll(async () => {
    if (!isLoader(loadHighs)) throw new Error('highs is loaded by a function')
    const solver = await loadHighs()
    solve = problem => {
      const solution = solver.solve(problem)
      return solution.Status === 'Optimal' ? solution.ObjectiveValue : undefined
    }
  })

  it('find at least 40 in 100 small cells where counts are hidden below ten and have no noise', () => {
    const cells = seeds.map(seed => cellsOf(madeUp({ ...made, seed }), false))
    const { small, found, right } = attack(cells, ({ truth }) =>
      truth < 10 ? { from: 0, to: 9 } : { from: truth, to: truth }
    )
    expect(found / small).toBeGreaterThanOrEqual(0.4)
    expect(right).toBe(found)
  })

  it('find something where noise is at most one', () => {
    const policy = { ...defaultPolicy, noise: { D: 1, V: 1 } }
    const { found, right } = attack(
      Array.from({ length: 12 }, (_, seed) =>
        cellsOf(madeUp({ count: 300, by: ['place'], seed, policy }), false)
      ),
      ({ printed }) => within(printed, 1),
      { from: 0, to: 2000 }
    )
    expect(found).toBeGreaterThan(0)
    expect(right).toBe(found)
  })

  it('find something where one cell has many noises', () => {
    // Printed anew forty times, each time with another secret: the bounds of all of them hold at once.
    const secrets = Array.from({ length: 40 }, (_, index) => `again ${index}`)
    const printings = seeds.map(seed => {
      return secrets.map(secret => cellsOf(madeUp({ ...made, seed, secret }), false))
    })
    const bounds = new Map<OptionCell, Known>()
    const cells = printings.map(all =>
      (all[0] ?? []).map((option, place) =>
        option.map((cell, index) => {
          const each = all.map(one => within(one[place]?.[index]?.printed, 5))
          bounds.set(cell, {
            from: Math.max(...each.map(({ from }) => from)),
            to: Math.min(...each.map(({ to }) => to))
          })
          return cell
        })
      )
    )
    const { found, right } = attack(cells, cell => bounds.get(cell) ?? within(undefined, 5), {
      from: 0,
      to: 2000
    })
    expect(found).toBeGreaterThan(0)
    expect(right).toBe(found)
  })

  it('find nothing certain in what is published', () => {
    const cells = seeds.map(seed => cellsOf(madeUp({ ...made, seed }), true))
    const { small, found } = attack(cells, ({ printed }) => within(printed, 5), { from: 0, to: 2000 })
    expect(small).toBeGreaterThan(20)
    expect(found).toBe(0)
  })

  function attack(
    consultations: readonly (readonly (readonly OptionCell[])[])[],
    known: (cell: OptionCell) => Known,
    among: Known = { from: 1, to: 9 }
  ): { small: number; found: number; right: number } {
    let [small, found, right] = [0, 0, 0]
    for (const cells of consultations.flat()) {
      const rows = cells.map(cell => ({ cell, ...known(cell) }))
      for (const { cell } of rows.filter(row => row.cell.truth >= among.from && row.cell.truth <= among.to)) {
        small += 1
        const least = solve(programOf('Minimize', cell, rows))
        const most = solve(programOf('Maximize', cell, rows))
        if (least === undefined || most === undefined) throw new Error('a program without a solution')
        if (Math.ceil(least - 1e-6) !== Math.floor(most + 1e-6)) continue
        found += 1
        if (Math.round(least) === cell.truth) right += 1
      }
    }
    return { small, found, right }
  }
})

/** Its types describe another module format than the one that is loaded. */
function isLoader(value: unknown): value is typeof loadHighs.default {
  return typeof value === 'function'
}

/**
 * The cells of all options of one question in one program: together they are those who answered.
 *
 * @param isAudited whether what the audit names is left out
 */
function cellsOf(one: MadeUp, isAudited: boolean): readonly (readonly OptionCell[])[] {
  const printed = isAudited ? audited(one) : one.printed
  const options = codes.map(code => optionCells(one.truth, printed, 'mood', code, values))
  const each = options.flatMap(({ cells, atoms }, place) =>
    cells.map(cell => ({ ...cell, atoms: cell.atoms.map(atom => atom + place * atoms) }))
  )
  const count = options[0]?.cells.length ?? 0
  const bases = basesOf(one.truth, printed).map(({ truth, printed: n }, index): OptionCell => {
    return { truth, printed: n, atoms: codes.flatMap((_, place) => each[index + place * count]?.atoms ?? []) }
  })
  return [[...each, ...bases]]
}

function basesOf(
  truth: readonly Table[],
  printed: readonly PrintedTable[]
): Pick<OptionCell, 'truth' | 'printed'>[] {
  return truth
    .filter(({ question }) => question === 'mood')
    .flatMap(({ by, columns }) => {
      const same = printed.find(one => one.question === 'mood' && one.by.join() === by.join())
      return columns.map(({ answered }, index) => {
        const shown = same?.columns[index]
        return {
          truth: answered,
          printed: shown === undefined || shown.size.n === null ? undefined : shown.base.n
        }
      })
    })
}

function within(printed: number | null | undefined, reach: number): Known {
  if (printed === undefined) return { from: 0, to: 2000 }
  if (printed === null) return { from: 0, to: defaultPolicy.countFrom - 1 + reach }
  return { from: Math.max(0, printed - reach), to: printed + reach }
}

function programOf(
  way: 'Minimize' | 'Maximize',
  cell: OptionCell,
  rows: readonly (Known & { readonly cell: OptionCell })[]
): string {
  const sum = (atoms: readonly number[]): string => atoms.map(atom => `x${atom}`).join(' + ')
  const constraints = rows
    .filter(row => row.cell.atoms.length > 0)
    .flatMap(({ cell: { atoms }, from, to }) => [`${sum(atoms)} >= ${from}`, `${sum(atoms)} <= ${to}`])
  return [way, sum(cell.atoms), 'Subject To', ...constraints, 'End'].join('\n')
}
