import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameOf } from '../../../analytics/disclosure/groups.ts'
import { defaultPolicy } from '../../../analytics/disclosure/policy.ts'
import {
  assertProtected,
  protect,
  protectCount,
  type ToProtect,
  type ProtectedTable
} from '../../../analytics/disclosure/protect.ts'
import { printedCell, wholePercent } from '../../../analytics/disclosure/thresholds.ts'
import type { Column, PrintedColumn, PrintedTable, Table } from '../../../analytics/table.ts'
import { anyPeople, chanceOf, drawPeople } from './people.ts'
import { populationOf, prfOf, questionnaire, single, tablesOf, type Person } from './survey.ts'

const policy = defaultPolicy

function protectedTables(people: readonly Person[], secret = 'secret'): readonly ProtectedTable[] {
  return protect({
    tables: tablesOf(people),
    population: populationOf(people),
    earlier: [],
    questionnaire,
    policy,
    prf: prfOf(secret)
  })
}

type Pair = { readonly table: PrintedTable; readonly printed: PrintedColumn; readonly truth: Column }

function pairsOf(people: readonly Person[]): readonly Pair[] {
  const raw: readonly Table[] = tablesOf(people)
  return protectedTables(people).flatMap((table, index) =>
    table.columns.flatMap((printed, at): readonly Pair[] => {
      const truth = raw[index]?.columns[at]
      return truth === undefined ? [] : [{ table, printed, truth }]
    })
  )
}

function numbersIn({ printed }: Pair): readonly (number | null)[] {
  return [printed.size, printed.base, ...printed.cells, ...printed.states].map(({ n }) => n)
}

describe('protected tables', () => {
  it('print no count from 1 to 9 and no zero', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyPeople, people =>
        pairsOf(people)
          .flatMap(numbersIn)
          .every(n => n === null || n >= 10)
      ),
      { numRuns: 40 }
    )
  })

  it(
    'print no number further than 5 from the truth, and never a part above its base',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(anyPeople, people => {
          for (const { printed, truth } of pairsOf(people)) {
            const near = (n: number | null, count: number): void => {
              if (n !== null) expect(Math.abs(n - count)).toBeLessThanOrEqual(5)
            }
            near(printed.size.n, truth.size)
            near(printed.base.n, truth.answered)
            printed.cells.forEach(({ n }, index) => near(n, truth.chosen[index] ?? NaN))
            printed.states.forEach(({ n, state }) => near(n, truth.states[state]))
            const base = printed.base.n ?? 0
            expect(base).toBeLessThanOrEqual(printed.size.n ?? 0)
            printed.cells.forEach(({ n }) => expect(n ?? 0).toBeLessThanOrEqual(base))
          }
        }),
        { numRuns: 40 }
      )
    }
  )

  it(
    'print a percentage from a base of 50 only, of printed numbers, never above 100',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(anyPeople, people => {
          for (const { printed } of pairsOf(people)) {
            for (const { n, percent, status } of printed.cells) {
              const base = printed.base.n ?? 0
              if (percent !== null) expect(base).toBeGreaterThanOrEqual(50)
              if (percent !== null && n !== null) expect(percent).toBe(Math.floor((100 * n) / base + 0.5))
              expect(percent ?? 0).toBeLessThanOrEqual(100)
              expect(status === 'c' ? [n, percent] : [null, null]).toEqual([null, null])
              if (status === 't') expect(n).toBeNull()
              if (status === '' || status === 'low') expect(percent).not.toBeNull()
            }
          }
        }),
        { numRuns: 40 }
      )
    }
  )

  it('show groups that are small, empty or withheld alike, with nothing in them', () => {
    const people = drawPeople(300, chanceOf(11)).filter(
      ({ answers }) => !(`${answers['gender']}` === 'another' && `${answers['place']}` === 'village')
    )
    const hidden = pairsOf(people).filter(({ printed }) => printed.size.n === null)
    const looks = new Set(hidden.map(({ printed }) => JSON.stringify([printed.size, printed.base])))
    expect([...looks]).toEqual(['[{"n":null,"status":"c"},{"n":null,"status":"c"}]'])
    for (const pair of hidden) {
      expect(numbersIn(pair).every(n => n === null)).toBe(true)
      expect(pair.printed.cells.every(({ percent, status }) => percent === null && status === 'c')).toBe(true)
    }
    expect(hidden.some(({ truth }) => truth.size === 0)).toBe(true)
    expect(hidden.some(({ truth }) => truth.size > 15)).toBe(true)
  })

  it('give a group one size in every table', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyPeople, people => {
        const sizes = new Map<string, Set<number | null>>()
        for (const { table, printed } of pairsOf(people)) {
          const name = nameOf({ by: table.by, values: printed.values })
          sizes.set(name, (sizes.get(name) ?? new Set()).add(printed.size.n))
        }
        return [...sizes.values()].every(different => different.size === 1)
      }),
      { numRuns: 30 }
    )
  })

  it('count the members of a group the same as its size where a breakdown is itself the question', () => {
    const tables = protectedTables(drawPeople(400, chanceOf(3)))
    const alone = tables.find(table => table.question === 'gender' && table.by.length === 0)
    const split = tables.find(table => table.question === 'mood' && table.by.join() === 'gender')
    const female = split?.columns.find(column => column.values[0] === 'female')?.size.n
    expect(female).toBeGreaterThan(100)
    expect(alone?.columns[0]?.cells[0]?.n).toBe(female)
  })

  it('keep the noise of a group whose members are named in another way', () => {
    // Every girl lives in the city and nobody else does: two names for one group.
    const people = drawPeople(300, chanceOf(5)).map((person, index): Person => {
      const girl = index % 2 === 0
      const own = { gender: [girl ? 'female' : 'male'], place: [girl ? 'city' : 'village'] }
      return { ...person, answers: { ...person.answers, ...own } }
    })
    const tables = protectedTables(people)
    const columnOf = (by: string, value: string): PrintedColumn | undefined =>
      tables
        .find(table => table.question === 'mood' && table.by.join() === by)
        ?.columns.find(column => column.values[0] === value)
    expect(columnOf('gender', 'female')?.cells).toEqual(columnOf('place', 'city')?.cells)
    expect(columnOf('gender', 'female')?.cells.some(({ n }) => n !== null)).toBe(true)
  })

  it('are the same for the same secret, and others for another', () => {
    const people = drawPeople(250, chanceOf(8))
    expect(protectedTables(people)).toEqual(protectedTables(people))
    expect(protectedTables(people)).not.toEqual(protectedTables(people, 'another'))
  })

  it('are redrawn all over when one more person joins', { timeout: 60_000 }, () => {
    const people = drawPeople(200, chanceOf(21)).map(({ key, answers }): Person => ({
      key,
      answers: { ...answers, mood: [['good', 'fair', 'bad'][Number(key % 3n)] ?? ''] }
    }))
    const moods = (some: readonly Person[], secret: string): readonly (number | null)[] =>
      protectedTables(some, secret)
        .filter(table => table.question === 'mood' && table.by.length === 0)
        .flatMap(table => table.columns.flatMap(column => column.cells.map(({ n }) => n)))
    const joined: Person = { key: 12345n, answers: { mood: ['good'] } }
    const moved = Array.from({ length: 40 }, (_, secret) => {
      const before = moods(people, `${secret}`)
      return moods([...people, joined], `${secret}`).map((n, index) => n !== before[index])
    })
    // The two options that nobody joined move too, nearly always.
    for (const option of [1, 2]) expect(moved.filter(cells => cells[option]).length).toBeGreaterThan(25)
  })

  it('know exactly how many answered in all, and say nothing below ten', () => {
    const sizeOf = (count: number): number | null | undefined =>
      protectedTables(drawPeople(count, chanceOf(count))).find(table => table.by.length === 0)?.columns[0]
        ?.size.n
    expect([137, 10, 9, 0].map(sizeOf)).toEqual([137, 10, null, null])
  })

  it('leave out countries below 100 answers, and list no hidden one', () => {
    const codes = ['aa', 'bb', 'cc', 'dd']
    const asked = {
      ...questionnaire,
      sections: [
        {
          id: 'all',
          items: [single('mood', ['good', 'bad']), { ...single('home', codes), profile: 'country' as const }]
        }
      ]
    }
    const many: Readonly<Record<string, number>> = { aa: 150, bb: 120, cc: 60, dd: 3 }
    const people = codes.flatMap((code, place) =>
      Array.from({ length: many[code] ?? 0 }, (_, index): Person => ({
        key: BigInt(1 + index) * 999999937n ** BigInt(1 + place),
        answers: { mood: [index % 3 === 0 ? 'bad' : 'good'], home: [code] }
      }))
    )
    const tables = protect({
      tables: tablesOf(people, ['home'], asked),
      population: populationOf(people, ['home']),
      earlier: [],
      questionnaire: asked,
      policy,
      prf: prfOf('secret')
    })
    const split = tables.find(table => table.question === 'mood' && table.by.length === 1)
    expect(split?.columns.map(column => column.values[0])).toEqual(['aa', 'bb'])
    const counted = tables.find(table => table.question === 'home')?.columns[0]?.cells
    expect(counted?.map(({ n }) => n !== null)).toEqual([true, true, true, false])
  })

  it('tell no size of a group that nearly everyone is in, because its count is top-coded', () => {
    const people = Array.from({ length: 1000 }, (_, index): Person => ({
      key: BigInt(1 + index) * 2654435761n,
      answers: { mood: ['good'], gender: [index < 988 ? 'female' : 'male'] }
    }))
    const tables = protectedTables(people)
    const asked = tables.find(table => table.question === 'gender' && table.by.length === 0)
    const split = tables.find(table => table.question === 'mood' && table.by.join() === 'gender')
    expect(asked?.columns[0]?.cells[0]).toEqual({ code: 'female', n: null, percent: 99, status: 't' })
    expect(split?.columns[0]?.size).toEqual({ n: null, status: 'c' })
  })

  it('take earlier releases in any order', () => {
    const people = drawPeople(300, chanceOf(31))
    const releases = [100, 200].map(count => {
      const some = people.slice(0, count)
      return { population: populationOf(some), tables: protectedTables(some) }
    })
    const input = { tables: tablesOf(people), population: populationOf(people), questionnaire, policy }
    const protectAfter = (earlier: ToProtect['earlier']): readonly ProtectedTable[] =>
      protect({ ...input, earlier, prf: prfOf('secret') })
    expect(protectAfter(releases)).toEqual(protectAfter(releases.toReversed()))
  })

  it('refuse tables and a population that disagree', () => {
    const people = drawPeople(100, chanceOf(2))
    const input = { earlier: [], questionnaire, policy, prf: prfOf('secret') }
    expect(() =>
      protect({ ...input, tables: tablesOf(people), population: populationOf(people.slice(1)) })
    ).toThrow(RangeError)
  })

  it('are frozen, and the only tables that pass for protected', () => {
    const [table] = protectedTables(drawPeople(60, chanceOf(1)))
    if (table === undefined) throw new Error('no table')
    expect(Object.isFrozen(table.columns[0]?.cells[0])).toBe(true)
    expect(() => assertProtected(table)).not.toThrow()
    expect(() => assertProtected({ ...table })).toThrow(RangeError)
  })
})

describe('a printed cell', () => {
  const plain = (n: number): { n: number; status: '' } => ({ n, status: '' })
  it.each([
    [9, 200, { n: null, percent: null, status: 'c' }],
    [10, 200, { n: 10, percent: 5, status: '' }],
    [25, 49, { n: 25, percent: null, status: 'x' }],
    [25, 50, { n: 25, percent: 50, status: 'low' }],
    [90, 99, { n: 90, percent: 91, status: 'low' }],
    [50, 100, { n: 50, percent: 50, status: '' }],
    [48, 49, { n: null, percent: null, status: 't' }],
    [95, 99, { n: null, percent: 95, status: 't' }],
    [97, 100, { n: 97, percent: 97, status: '' }],
    [98, 100, { n: null, percent: 98, status: 't' }],
    [293, 299, { n: null, percent: 98, status: 't' }],
    [295, 300, { n: 295, percent: 98, status: '' }],
    [300, 300, { n: null, percent: 99, status: 't' }]
  ])('for %i of %i is %o', (n, base, cell) => {
    expect(printedCell('yes', n, plain(base), policy)).toEqual({ code: 'yes', ...cell })
  })

  it('is hidden when its base is', () => {
    expect(printedCell('yes', 12, { n: null, status: 'c' }, policy).status).toBe('c')
  })

  it('rounds halves up', () => {
    expect([wholePercent(1, 8), wholePercent(1, 200), wholePercent(3, 200), wholePercent(29, 200)]).toEqual([
      13, 1, 2, 15
    ])
  })
})

describe('a protected count', () => {
  it('is near the truth, never above the number of responses, and hidden below ten', () => {
    const input = { question: 'more', responses: 120, policy, prf: prfOf('secret') }
    const many = Array.from(
      { length: 200 },
      (_, key) => protectCount({ ...input, count: 118, key: BigInt(key) }).n
    )
    expect(Math.min(...many.map(n => n ?? 0))).toBeGreaterThanOrEqual(113)
    expect(Math.max(...many.map(n => n ?? 0))).toBe(120)
    expect(protectCount({ ...input, count: 0, key: 1n })).toEqual({ n: null, status: 'c' })
  })
})
