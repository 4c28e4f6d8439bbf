import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publishedGroups, type EarlierGroups } from '../../../analytics/disclosure/differences.ts'
import { nameOf, type Group, type Population } from '../../../analytics/disclosure/groups.ts'

const difference = { from: 1, to: 9 }
const tooNear = (people: number): boolean => people >= 1 && people <= 9

describe('the groups that are published', () => {
  it.each([
    ['a group that nearly everyone is in is withheld', { a: 97, not_given: 3 }, []],
    ['a group that lacks ten of everyone is not', { a: 90, not_given: 10 }, ['a', 'not_given']],
    ['everyone in one group is that group', { a: 100 }, ['a']],
    ['three who gave no answer leave two groups beside them', { a: 60, b: 37, not_given: 3 }, ['a', 'b']],
    ['with three small rests together it is the same', { a: 60, b: 37, c: 2, not_given: 1 }, ['a', 'b']]
  ])('%s', (_, counts, expected) => {
    const population = onePopulation(counts)
    const published = publishedGroups({
      population,
      candidates: candidatesOf(population),
      earlier: [],
      difference
    })
    const names = [nameOf(everyone), ...expected.map(value => nameOf({ by: ['x'], values: [value] }))]
    expect([...published].sort()).toEqual(names.sort())
  })

  it.each([
    ['one country and three others', { fr: 120, de: 3 }, ['europe']],
    ['two countries and three others', { fr: 120, de: 140, at: 3 }, ['europe', 'de', 'fr']],
    ['two countries and twelve others', { fr: 120, de: 140, at: 12 }, ['europe', 'de', 'fr']],
    ['one country alone', { fr: 120 }, ['europe', 'fr']]
  ])('of a region are its countries, unless few are left of it: %s', (_, counts, expected) => {
    const regionOf = (country: string): string => (country === 'ke' ? 'africa' : 'europe')
    const population = {
      breakdowns: ['region', 'country'],
      cells: Object.entries({ ...counts, ke: 50 }).map(([country, count]) => ({
        values: [regionOf(country), country],
        count
      }))
    }
    const sums = new Map<string, number>()
    for (const { values, count } of population.cells)
      for (const [index, value] of values.entries())
        sums.set(`${index} ${value}`, (sums.get(`${index} ${value}`) ?? 0) + count)
    const candidates = [...sums]
      .map(([name, size]) => {
        const [index = '0', value = ''] = name.split(' ')
        return { by: [population.breakdowns[Number(index)] ?? ''], values: [value], size }
      })
      // Small countries are no groups, and the other region stands for all the rest.
      .filter(({ by, values, size }) => by[0] === 'region' || (size >= 100 && values[0] !== 'ke'))
    const nesting = { finer: 'country', coarser: 'region', around: regionOf }
    const published = publishedGroups({ population, candidates, earlier: [], difference, nesting })
    const values = [...published].flatMap(name =>
      [...name.matchAll(/"(europe|de|fr)"/g)].map(([, value]) => value)
    )
    expect(values.sort()).toEqual([...expected].sort())
  })

  it('keep a pair with the groups it is made of only', () => {
    const population = {
      breakdowns: ['x', 'y'],
      cells: [
        { values: ['a', 'p'], count: 60 },
        { values: ['a', 'q'], count: 30 },
        { values: ['not_given', 'q'], count: 5 }
      ]
    }
    const published = publishedGroups({
      population,
      candidates: candidatesOf(population),
      earlier: [],
      difference
    })
    expect(published.has(nameOf({ by: ['x'], values: ['a'] }))).toBe(false)
    expect([...published].some(name => name.includes('"a"'))).toBe(false)
  })

  it('leave nobody to be had by subtraction', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyPopulation, population => {
        const published = publish(population, [])
        expectNothingByItself(population, published)
        expectNoNearGroups(published.map(group => membersOf(population, group)))
      }),
      { numRuns: 100 }
    )
  })

  it('leave nobody to be had by subtraction of two releases', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        anyPopulation,
        fc.array(fc.nat({ max: 12 }), { minLength: 27, maxLength: 27 }),
        (before, added) => {
          const after = grown(before, added)
          const first = publish(before, [])
          const second = publish(after, [{ population: before, groups: first }])
          const earlier = first.map(group => membersOf(before, group))
          // Everyone is compared with everyone by `mayFollow`, not here.
          const later = second.filter(group => group.by.length > 0).map(group => membersOf(after, group))
          for (const a of earlier) for (const b of later) expect(tooNear(apart(a, b))).toBe(false)
          expectNothingByItself(after, second)
        }
      ),
      { numRuns: 100 }
    )
  })

  it('stay as they are when a release is made again with the same answers', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyPopulation, population => {
        const first = publish(population, [])
        expect(publish(population, [{ population, groups: first }])).toEqual(first)
      }),
      { numRuns: 100 }
    )
  })

  it('leave out a group that has not grown with a later release: nobody new would be in it', () => {
    const before = onePopulation({ a: 60, b: 40 })
    const groups: Group[] = ['a', 'b'].map(value => ({ by: ['x'], values: [value] }))
    const population = onePopulation({ a: 70, b: 40 })
    const published = publishedGroups({
      population,
      candidates: candidatesOf(population),
      earlier: [{ population: before, groups }],
      difference
    })
    expect([...published].sort()).toEqual([nameOf(everyone), nameOf({ by: ['x'], values: ['a'] })].sort())
  })

  it('leave out a group too near to everyone of an earlier release that printed no groups, as a live one', () => {
    const population = onePopulation({ a: 97, b: 30 })
    const input = { population, candidates: candidatesOf(population), difference }
    const before = onePopulation({ a: 95, b: 3 })
    const a = nameOf({ by: ['x'], values: ['a'] })
    expect(publishedGroups({ ...input, earlier: [] }).has(a)).toBe(true)
    // Two who joined the group since, and three of everyone then who are not in it.
    expect(publishedGroups({ ...input, earlier: [{ population: before, groups: [] }] }).has(a)).toBe(false)
  })

  it('refuse a population that lacks people of an earlier release', () => {
    const before = onePopulation({ a: 50, b: 50 })
    const after = onePopulation({ a: 49, b: 80 })
    expect(() => publish(after, [{ population: before, groups: [] }])).toThrow(RangeError)
    expect(() => publish(onePopulation({ b: 120 }), [{ population: before, groups: [] }])).toThrow(RangeError)
  })

  it('are found for a hundred countries with two more breakdowns', { timeout: 60_000 }, () => {
    const cells = Array.from({ length: 100 * 6 * 4 }, (_, index) => ({
      values: [`c${index % 100}`, `a${Math.floor(index / 100) % 6}`, `g${Math.floor(index / 600)}`],
      count: 1 + ((index * 7919) % 97)
    }))
    const population = { breakdowns: ['country', 'age', 'gender'], cells }
    expect(publish(population, []).length).toBeGreaterThan(500)
  })
})

/** Remainders: of ten or more, apart from every group; of fewer, left by two parts or more and nobody in two. */
function expectNothingByItself(population: Population, published: readonly Group[]): void {
  const exposed = new Set<string>()
  for (const whole of published) {
    for (const question of population.breakdowns.filter(id => !whole.by.includes(id))) {
      const parts = published.filter(part => isPart(part, whole, question))
      if (parts.length === 0) continue
      const taken = new Set(parts.flatMap(part => [...membersOf(population, part).keys()]))
      const left = new Map([...membersOf(population, whole)].filter(([cell]) => !taken.has(cell)))
      if (sizeOf(left) > 9) {
        const others = published.filter(group => nameOf(group) !== nameOf(whole))
        expect(others.filter(group => tooNear(apart(left, membersOf(population, group))))).toEqual([])
      } else if (sizeOf(left) > 0) {
        expect(parts.length).toBeGreaterThan(1)
        expect([...left.keys()].filter(cell => exposed.has(cell))).toEqual([])
        for (const cell of left.keys()) exposed.add(cell)
      }
    }
  }
}

function expectNoNearGroups(groups: readonly Members[]): void {
  groups.forEach((a, index) => groups.slice(index + 1).forEach(b => expect(tooNear(apart(a, b))).toBe(false)))
}

/** In one release, or in two of which the later has everybody of the earlier. */
function apart(a: Members, b: Members): number {
  const cells = new Set([...a.keys(), ...b.keys()])
  return [...cells].reduce((sum, cell) => sum + Math.abs((a.get(cell) ?? 0) - (b.get(cell) ?? 0)), 0)
}

function sizeOf(members: Members): number {
  return apart(members, new Map())
}

/** How many members a group has in each cell of the joint distribution. */
type Members = ReadonlyMap<string, number>

function membersOf({ breakdowns, cells }: Population, { by, values }: Group): Members {
  const inside = cells.filter(cell =>
    by.every((question, index) => cell.values[breakdowns.indexOf(question)] === values[index])
  )
  return new Map(inside.map(cell => [cell.values.join(), cell.count]))
}

function isPart(part: Group, whole: Group, question: string): boolean {
  const rest = part.by.flatMap((id, index) => (id === question ? [] : [{ id, value: part.values[index] }]))
  if (rest.length !== whole.by.length || rest.length === part.by.length) return false
  return rest.every(({ id, value }) => whole.values[whole.by.indexOf(id)] === value)
}

const everyone: Group = { by: [], values: [] }

function publish(population: Population, earlier: readonly EarlierGroups[]): readonly Group[] {
  const candidates = candidatesOf(population)
  const names = publishedGroups({ population, candidates, earlier, difference })
  return [everyone, ...candidates].filter(group => names.has(nameOf(group)))
}

/** Groups of five or more: the smallest that noise can lift to ten. */
function candidatesOf(population: Population): readonly (Group & { size: number })[] {
  const { breakdowns, cells } = population
  const lists = breakdowns.flatMap((a, index) => [[a], ...breakdowns.slice(index + 1).map(b => [a, b])])
  const groups = new Map<string, Group>()
  for (const by of lists) {
    for (const cell of cells) {
      const group = { by, values: by.map(question => cell.values[breakdowns.indexOf(question)] ?? '') }
      groups.set(nameOf(group), group)
    }
  }
  return [...groups.values()]
    .map(group => ({ ...group, size: sizeOf(membersOf(population, group)) }))
    .filter(({ size }) => size >= 5)
}

function onePopulation(counts: Readonly<Record<string, number>>): Population {
  return {
    breakdowns: ['x'],
    cells: Object.entries(counts).map(([value, count]) => ({ values: [value], count }))
  }
}

const codes = ['a', 'b', 'not_given']
const allValues = codes.flatMap(x => codes.flatMap(y => codes.map(z => [x, y, z])))

/** Three breakdowns of two values; mostly small cells, where differences happen. */
const anyPopulation: fc.Arbitrary<Population> = fc
  .array(fc.oneof(fc.constant(0), fc.nat({ max: 4 }), fc.nat({ max: 60 })), { minLength: 27, maxLength: 27 })
  .map(counts => ({
    breakdowns: ['x', 'y', 'z'],
    cells: allValues.flatMap((values, index) => (counts[index] ? [{ values, count: counts[index] }] : []))
  }))

function grown(population: Population, added: readonly number[]): Population {
  const before = new Map(population.cells.map(({ values, count }) => [values.join(), count]))
  const cells = allValues.map((values, index) => ({
    values,
    count: (before.get(values.join()) ?? 0) + (added[index] ?? 0)
  }))
  return { ...population, cells: cells.filter(({ count }) => count > 0) }
}
