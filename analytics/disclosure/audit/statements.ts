import type { Beliefs, Message } from './beliefs.ts'
import type { Graph, Unknown } from './graph.ts'
import { isOpen } from './open.ts'
import { even, totalOf, weigh, weightOf, type Weights } from './weights.ts'

/** From which chance an attacker counts as sure. */
export const sureFrom = 0.9
/** Statements about more people than this are no business of the audit. */
const fewPeople = 9

export type Statement = {
  readonly by: readonly string[]
  /**
   * `exactly`: so many, from 1 to 9. `twice`: one count was printed with two noises, which can be averaged.
   * `contradiction`: the numbers cannot come from this noise, so that nothing is known of what they tell.
   */
  readonly statement: 'nobody' | 'everybody' | 'exactly' | 'twice' | 'contradiction'
  readonly sure: number
}

/** Whether it can be few people at all, and anybody wants to know. */
export function isAsked(unknown: Unknown): boolean {
  return unknown.asked && unknown.from <= fewPeople && !isOpen(unknown)
}

/** Counts of which two printed numbers cannot be one draw of noise. */
export function printedTwice({ unknowns }: Graph): readonly Statement[] {
  return unknowns
    .filter(({ asked, evidence }) => {
      const common = Math.max(...evidence.map(({ from }) => from))
      return asked && evidence.some(({ to }) => to < common)
    })
    .map(({ by }) => ({ by, statement: 'twice', sure: 1 }))
}

/**
 * Of which counts one can be nearly sure, and the table without which one could not.
 *
 * @param wanted of which counts something is asked
 */
export function statementsIn(
  { unknowns }: Graph,
  { own, told }: Beliefs,
  wanted: (index: number) => boolean
): readonly Statement[] {
  return unknowns.flatMap((unknown, index): readonly Statement[] => {
    if (!wanted(index)) return []
    const mine = own[index] ?? even(0, 0)
    const messages = told[index] ?? []
    const { count, sure } = surestOf(mine, messages)
    if (sure < sureFrom) return []
    const statement = count === 0 ? unknown.none : 'exactly'
    return [{ by: blamed(unknown, mine, messages, count), statement, sure }]
  })
}

function surestOf(mine: Weights, messages: readonly Message[]): { count: number; sure: number } {
  const belief = together(mine, messages)
  const total = totalOf(belief)
  let best = { count: 0, sure: 0 }
  for (let count = 0; count <= fewPeople; count += 1) {
    const sure = weightOf(belief, count) / total
    if (sure > best.sure) best = { count, sure }
  }
  return best
}

function together(mine: Weights, messages: readonly Message[]): Weights {
  const belief = { from: mine.from, at: mine.at.slice() }
  for (const { said } of messages) weigh(belief, said)
  return belief
}

/** The table of the parts of this group without which one would be least sure; if none tells more, its own. */
function blamed(
  unknown: Unknown,
  mine: Weights,
  messages: readonly Message[],
  count: number
): readonly string[] {
  let least: { by: readonly string[]; sure: number } = { by: unknown.by, sure: sureFrom }
  for (const { sum } of messages) {
    const { by } = sum
    if (by === undefined) continue
    const belief = together(
      mine,
      messages.filter(other => other.sum !== sum)
    )
    const sure = weightOf(belief, count) / totalOf(belief)
    if (sure < least.sure) least = { by, sure }
  }
  return least.by
}
