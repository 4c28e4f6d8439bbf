import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type House } from '../support/house.ts'
import { holdNaive } from './naive.ts'
import { plans } from './plans.ts'
import { resultOf, thatWork, type Result } from './result.ts'
import { hold, type Plan } from './school.ts'

let house: House
let log = ''
let held = 0

beforeAll(async () => {
  house = await openHouse({
    logger: { level: 'trace', stream: { write: (line: string) => void (log += line) } }
  })
})
afterAll(() => house.close())

async function attack(plan: Omit<Plan, 'slug'>): Promise<Result> {
  held += 1
  const { evidence, truth, tied } = await hold(house, () => log, { ...plan, slug: `attacked-${held}` })
  // The thief is a good one: until the first night each sealed row is tied to the child that sent it.
  expect(tied[0]).toBe(tied[1])
  expect(truth.filter(own => own !== undefined)).toHaveLength(plan.children < 10 ? 0 : plan.children)
  expect(evidence.log).toBe('')
  return resultOf(evidence, truth)
}

/** Luck is not repeated: what works once in ten thousand runs for each of the ideas must not work a second time. */
async function expectChance(plan: Omit<Plan, 'slug'>): Promise<void> {
  const first = thatWork(await attack(plan))
  if (Object.keys(first).length === 0) return
  expect([first, thatWork(await attack(plan))]).toEqual([first, {}])
}

describe('who holds the database, its log, its files and a snapshot of every second', () => {
  for (const way of ['token', 'card'] as const) {
    for (const plan of plans) {
      const pours = [...plan.then.values()].filter(each => each !== 'night').length
      const what = `${plan.children} answers in ${plan.languages.length} language(s), ${pours + 1} pour(s)`
      it(`does not tell whose response is whose better than by chance: ${what}, by ${way}`, () =>
        expectChance({ ...plan, way }))
    }
  }
})

describe('the same attackers', () => {
  it('link more than nine in ten where cards and answers are written one after the other', async () => {
    const { evidence, truth } = await holdNaive(house.database.pool, 200)
    const { linked, most } = resultOf(evidence, truth)
    expect(most).toBe(200)
    expect([...linked.values()].filter(right => right > 180).length).toBeGreaterThanOrEqual(4)
  })
})
