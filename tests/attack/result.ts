import { linkedBy } from './attackers.ts'
import { bestByChance, mostByChance } from './chance.ts'
import type { Evidence } from './evidence.ts'

/** How far the thief got. */
export type Result = {
  /** Right guesses of each idea. */
  readonly linked: ReadonlyMap<string, number>
  /** Of the idea that guessed best. */
  readonly most: number
  /** What luck alone reaches on average, and but for one run in ten thousand. */
  readonly byChance: readonly [expected: number, most: number]
}

export function resultOf(evidence: Evidence, truth: readonly (string | undefined)[]): Result {
  const linked = linkedBy(evidence, truth)
  const probabilities = bestByChance(evidence)
  const expected = probabilities.reduce((sum, each) => sum + each, 0)
  return { linked, most: Math.max(...linked.values()), byChance: [expected, mostByChance(probabilities)] }
}

/** Right guesses of the ideas that do better than luck. */
export function thatWork({ linked, byChance: [, most] }: Result): Readonly<Record<string, number>> {
  return Object.fromEntries([...linked].filter(([, right]) => right > most))
}
