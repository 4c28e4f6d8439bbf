import { describe, expect, it } from 'vitest'
import { nameOf, type Group } from '../../../analytics/disclosure/groups.ts'
import { perturbationTable, probabilitiesOf, rowOf } from '../../../analytics/disclosure/perturbation.ts'
import { defaultPolicy } from '../../../analytics/disclosure/policy.ts'
import { protect, type ToProtect } from '../../../analytics/disclosure/protect.ts'
import type { PrintedTable } from '../../../analytics/table.ts'
import { chanceOf } from './people.ts'
import { populationOf, prfOf, questionnaire, tablesOf, type Person } from './survey.ts'

/**
 * The attacker of one child's answer: knows everybody else's breakdown values, knows the perturbation table, has no
 * opinion beforehand, and sees how many chose each option in groups that, added and subtracted, leave the child.
 * Each option's number is off by as many independent draws of noise as groups are needed.
 */
type Attack = { readonly right: number; readonly oftenSure: number }

/** Exact: every outcome with its probability. @param shares what the child's own table says beforehand */
function attack(draws: number, shares: readonly number[]): Attack {
  const noise = sumOf(draws)
  let right = 0
  let oftenSure = 0
  for (const seen of outcomes(shares.length, noise.length + 1)) {
    // One more than the noise where the child chose the option, the noise itself elsewhere.
    const joint = shares.map((share, chosen) =>
      seen.reduce((p, number, option) => p * (noise[option === chosen ? number - 1 : number] ?? 0), share)
    )
    const any = joint.reduce((sum, p) => sum + p, 0)
    const best = Math.max(...joint)
    right += best
    if (best > 0.9 * any) oftenSure += any
  }
  return { right, oftenSure }
}

/** The distribution of the sum of so many draws of noise for a count of five or more. */
function sumOf(draws: number): readonly number[] {
  const { D, V } = defaultPolicy.noise
  const one = probabilitiesOf(rowOf(perturbationTable({ D, V }), 50))
  return Array.from({ length: draws }).reduce<readonly number[]>(
    sum =>
      Array.from({ length: sum.length + one.length - 1 }, (_, total) =>
        one.reduce((p, own, index) => p + own * (sum[total - index] ?? 0), 0)
      ),
    [1]
  )
}

function* outcomes(options: number, numbers: number): Generator<readonly number[]> {
  if (options === 0) yield []
  else for (const rest of outcomes(options - 1, numbers)) for (let n = 0; n < numbers; n++) yield [n, ...rest]
}

describe('the attacker of a single answer', () => {
  it.each([
    ['two even options', [1 / 2, 1 / 2]],
    ['three even options', [1 / 3, 1 / 3, 1 / 3]],
    ['60 to 40', [0.6, 0.4]],
    ['70, 20 and 10', [0.7, 0.2, 0.1]]
  ])('gains at most ten points from a child behind a total and two published values: %s', (_, shares) => {
    const { right, oftenSure } = attack(3, shares)
    expect(right - Math.max(...shares)).toBeLessThanOrEqual(0.1)
    expect(oftenSure).toBeLessThan(0.002)
  })

  it('would gain more than ten points from two groups that differ by one child: they are never both published', () => {
    expect(attack(2, [1 / 2, 1 / 2]).right - 1 / 2).toBeGreaterThan(0.1)
    const shy = childOf(99n, {}, 'good')
    const others = others300().map(person => ({
      ...person,
      answers: { ...person.answers, gender: ['female'] }
    }))
    const tables = released([...others, shy], 'secret')
    expect(groupsOf(tables)).toEqual([nameOf({ by: [], values: [] })])
  })

  it('would read four answers in five from keys of the chosen members only: the control', () => {
    // The common cell-key rule: options the child did not choose keep their noise, so that the chosen one alone
    // moves, unless the new noise is just one less than the old.
    const noise = sumOf(2)
    const still = noise[Math.floor(noise.length / 2) - 1] ?? 1
    expect(1 - still).toBeGreaterThan(0.8)
  })

  it('learns no more than that from tables as they are printed', { timeout: 60_000 }, () => {
    const options = ['good', 'fair', 'bad']
    const chance = chanceOf(2026)
    const inputs = options.map(answer => inputOf([...others300(), childOf(7919n, {}, answer)], ['gender']))
    let right = 0
    const runs = 1500
    for (let run = 0; run < runs; run++) {
      const answer = Math.floor(3 * chance())
      const input = inputs[answer]
      if (input === undefined) throw new Error('no such answer')
      const tables = protect({ ...input, prf: prfOf(`${run}`) })
      const [all, female, male] = [
        moodsOf(tables, [], 0),
        moodsOf(tables, ['gender'], 0),
        moodsOf(tables, ['gender'], 1)
      ]
      const left = options.map((_, index) => (all[index] ?? 0) - (female[index] ?? 0) - (male[index] ?? 0))
      // With even shares and noise that falls off to both sides, the likeliest option is the one most left over.
      if (left.indexOf(Math.max(...left)) === answer) right++
    }
    expect(right / runs - 1 / 3).toBeGreaterThan(0)
    expect(right / runs - 1 / 3).toBeLessThanOrEqual(0.1 + 2 * Math.sqrt(0.22 / runs))
  })

  it('finds nobody left over twice: the second remainder is made large', () => {
    // The child gave neither gender nor place; parts of gender leave it over once, so parts of place must not.
    const tables = released([...others300(), childOf(5n, {}, 'good')], 'secret', ['gender', 'place'])
    const groups = groupsOf(tables)
    expect(groups).toContain(nameOf({ by: ['gender'], values: ['male'] }))
    const places = ['city', 'village'].filter(value =>
      groups.includes(nameOf({ by: ['place'], values: [value] }))
    )
    expect(places).toHaveLength(1)
  })
})

function childOf(key: bigint, profile: Person['answers'], mood: string): Person {
  return { key, answers: { ...profile, mood: [mood] } }
}

function others300(): readonly Person[] {
  return Array.from({ length: 300 }, (_, index) =>
    childOf(
      BigInt(1 + index) * 2654435761n,
      { gender: [index % 2 === 0 ? 'female' : 'male'], place: [index % 5 < 3 ? 'city' : 'village'] },
      ['good', 'fair', 'bad'][index % 3] ?? ''
    )
  )
}

function released(
  people: readonly Person[],
  secret: string,
  by: readonly string[] = ['gender']
): readonly PrintedTable[] {
  return protect({ ...inputOf(people, by), prf: prfOf(secret) })
}

function inputOf(people: readonly Person[], by: readonly string[]): Omit<ToProtect, 'prf'> {
  return {
    tables: tablesOf(people, by).filter(({ question }) => question === 'mood'),
    population: populationOf(people, by),
    earlier: [],
    questionnaire,
    policy: defaultPolicy
  }
}

function moodsOf(tables: readonly PrintedTable[], by: readonly string[], column: number): readonly number[] {
  const table = tables.find(one => one.by.join() === by.join())
  return table?.columns[column]?.cells.map(({ n }) => n ?? 0) ?? []
}

function groupsOf(tables: readonly PrintedTable[]): readonly string[] {
  return tables.flatMap(({ by, columns }) =>
    columns
      .filter(({ size }) => size.n !== null)
      .map(({ values }): string => nameOf({ by, values } satisfies Group))
  )
}
