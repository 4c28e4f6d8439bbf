import { leaveOut } from '#analytics'
import { defaultPolicy, type Policy } from '../../../../analytics/disclosure/policy.ts'
import { protect } from '../../../../analytics/disclosure/protect.ts'
import type { PrintedTable, Table } from '../../../../analytics/table.ts'
import { chanceOf, drawPeople } from '../people.ts'
import { breakdowns, populationOf, prfOf, questionnaire, tablesOf, type Person } from '../survey.ts'

/** A made-up consultation: what is true, and what would be printed before the audit. */
export type MadeUp = {
  readonly responses: number
  readonly truth: readonly Table[]
  readonly printed: readonly PrintedTable[]
}

export type ToMakeUp = {
  readonly count: number
  readonly seed: number
  readonly policy?: Policy
  readonly secret?: string
  readonly by?: readonly string[]
}

/** Tables on the shipped code path, of people with uneven answers. */
export function madeUp({
  count,
  seed,
  policy = defaultPolicy,
  secret = `${seed}`,
  by = breakdowns
}: ToMakeUp): MadeUp {
  // Every question of this form is shown to everybody.
  const people = drawPeople(count, chanceOf(seed)).map(({ key, answers }): Person => {
    const shown = Object.entries(answers).map(([id, answer]) => [
      id,
      answer === 'not_shown' ? 'skipped' : answer
    ])
    return { key, answers: Object.fromEntries(shown) }
  })
  const truth = tablesOf(people, by)
  const population = populationOf(people, by)
  const printed = protect({
    tables: truth,
    population,
    earlier: [],
    questionnaire,
    policy,
    prf: prfOf(secret)
  })
  return { responses: count, truth, printed }
}

/** What is left when the audit has left out what it named. */
export function audited({ responses, printed }: MadeUp, policy = defaultPolicy): readonly PrintedTable[] {
  return ran(leaveOut({ questionnaire, policy, responses, tables: printed, earlier: [] })).tables
}

/** Twenty consultations of 60 to 2 000 answers. */
export const twenty: readonly ToMakeUp[] = Array.from({ length: 20 }, (_, index) => ({
  count: Math.round(60 * (2000 / 60) ** (index / 19)),
  seed: 900 + index
}))

/** What a generator returns, once it has run. */
export function ran<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
