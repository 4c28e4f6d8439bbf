import { describe, expect, it } from 'vitest'
import type { Questionnaire } from '#surveys'
import {
  perturbationTable,
  probabilitiesOf,
  rowOf,
  type Prf
} from '../../../analytics/disclosure/perturbation.ts'
import { defaultPolicy } from '../../../analytics/disclosure/policy.ts'
import { protect } from '../../../analytics/disclosure/protect.ts'
import type { PrintedTable, Table } from '../../../analytics/table.ts'
import { chanceOf } from './people.ts'
import { prfOf, single } from './survey.ts'

const codes = Array.from({ length: 9 }, (_, index) => `c${index}`)
const asked = Array.from({ length: 20 }, (_, index) => `q${index}`)
const others = 300
const everyone = 11n
const allButOne = 7n
const runs = 400

const questionnaire: Questionnaire = {
  title: { standard: { en: 'Asked' } },
  sections: [{ id: 'all', items: [...asked.map(id => single(id, codes)), single('gender', ['female'])] }]
}

/** The rule that two groups never differ by so few is off, so that the noise alone stands in the way. */
const policy = { ...defaultPolicy, difference: { from: 1, to: 0 } }

describe('the attacker of one child, by two groups that differ by it alone', { timeout: 120_000 }, () => {
  it('is right at most ten points more often than from the table of the child, and never nine tenths sure', () => {
    const { right, fromTable, surest } = attackAll(prfOf)
    expect(right - fromTable).toBeLessThanOrEqual(0.1)
    expect(surest).toBeLessThanOrEqual(0.9)
  })

  it('reads more than 60 answers in 100 where a cell is keyed by its own members only: the control', () => {
    const { right } = attackAll((secret, tables) => memberKeyed(prfOf(secret), tables), true)
    expect(right).toBeGreaterThan(0.6)
  })
})

type Result = { readonly right: number; readonly fromTable: number; readonly surest: number }

function attackAll(prf: (secret: string, tables: readonly Table[]) => Prf, areKept = false): Result {
  const chance = chanceOf(400)
  let [right, fromTable, surest] = [0, 0, 0]
  for (let run = 0; run < runs; run += 1) {
    const { tables, answers } = drawn(chance)
    const cells = [
      { values: ['female'], count: others },
      { values: ['not_given'], count: 1 }
    ]
    const printed = protect({
      tables,
      population: { breakdowns: ['gender'], cells },
      earlier: [],
      questionnaire,
      policy,
      prf: prf(`run ${run}`, tables)
    })
    asked.forEach((question, place) => {
      const [with_, without] = [countsIn(printed, question, 0), countsIn(printed, question, 1)]
      const prior = with_.map(n => n + 1)
      const joint = prior.map((share, chosen) =>
        with_.reduce((p, n, option) => {
          return (
            p * likely(n - (without[option] ?? 0) - (option === chosen ? 1 : 0), areKept && option !== chosen)
          )
        }, share)
      )
      const best = Math.max(...joint)
      if (joint.indexOf(best) === answers[place]) right += 1
      if (prior.indexOf(Math.max(...prior)) === answers[place]) fromTable += 1
      surest = Math.max(surest, best / joint.reduce((sum, p) => sum + p, 0))
    })
  }
  const all = runs * asked.length
  return { right: right / all, fromTable: fromTable / all, surest }
}

const row = rowOf(perturbationTable(defaultPolicy.noise), 50)
const own = new Map(probabilitiesOf(row).map((p, index) => [row.noise[index] ?? 0, p]))
const between = new Map<number, number>()
for (const [a, p] of own) for (const [b, q] of own) between.set(a - b, (between.get(a - b) ?? 0) + p * q)

/** How likely two numbers of one count differ by so much: by two draws, or not at all where the draw is kept. */
function likely(difference: number, isKept: boolean): number {
  // A number cut to its base or a hidden one may look as no noise would make it: unlikely, not impossible.
  if (isKept) return difference === 0 ? 1 : 1e-9
  return between.get(difference) ?? 1e-9
}

/** Others of whom none differs in group, and a child who alone gave no gender; each answers all questions. */
function drawn(chance: () => number): { tables: readonly Table[]; answers: readonly number[] } {
  const answers = asked.map(() => Math.floor(9 * chance()))
  const tables = asked.flatMap((question, place): Table[] => {
    const without = codes.map(() => 20)
    for (let person = 9 * 20; person < others; person += 1) {
      const chosen = Math.floor(9 * chance())
      without[chosen] = (without[chosen] ?? 0) + 1
    }
    const with_ = without.map((count, option) => count + (option === answers[place] ? 1 : 0))
    const column = (values: readonly string[], key: bigint, chosen: readonly number[], size: number) => {
      const states = { dk: 0, pns: 0, skipped: 0, not_shown: 0 }
      return { values, size, key, answered: size, answeredKey: key, chosen, extra: [], states }
    }
    const common = { question, codes, extras: [] }
    return [
      { ...common, by: [], columns: [column([], everyone, with_, others + 1)] },
      { ...common, by: ['gender'], columns: [column(['female'], allButOne, without, others)] }
    ]
  })
  return { tables, answers }
}

/** The same noise for the same members of a cell, whatever group it is in: here, as long as as many chose it. */
function memberKeyed(prf: Prf, tables: readonly Table[]): Prf {
  const chosen = new Map(
    tables.flatMap(({ question, columns }) =>
      columns.flatMap(({ key, chosen: counts }) =>
        codes.map((code, at): [string, number] => [
          `${question} ${code} ${key.toString(16).padStart(16, '0')}`,
          counts[at] ?? 0
        ])
      )
    )
  )
  return message => {
    const [what, question = '', code = '', group = ''] = message
    if (what !== 'option') return prf(message)
    return prf(['option', question, code, `${chosen.get(`${question} ${code} ${group}`)}`])
  }
}

function countsIn(printed: readonly PrintedTable[], question: string, breakdowns: number): readonly number[] {
  const table = printed.find(one => one.question === question && one.by.length === breakdowns)
  return table?.columns[0]?.cells.map(({ n }) => n ?? 0) ?? []
}
