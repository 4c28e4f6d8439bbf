import { perturbationTable, probabilitiesOf, rowOf } from '../perturbation.ts'
import type { Policy } from '../policy.ts'
import type { Weights } from './weights.ts'

/** What a printed number says: that the count with its noise is between two numbers, both included; one, or no end. */
export type Evidence = { readonly from: number; readonly to: number }

export const exactly = (count: number): Evidence => ({ from: count, to: count })

/** How likely it is that a true count became what was printed: the attacker knows the perturbation table. */
export type Likelihood = {
  /** Largest noise, in persons. */
  readonly reach: number
  /** Weighs the true counts in `into` by the evidence. */
  weigh(into: Weights, evidence: Evidence): void
}

export function likelihoodOf({ noise }: Pick<Policy, 'noise'>): Likelihood {
  const table = perturbationTable(noise)
  const last = table.rows.length - 1
  // upTo[x][k] is the probability that the noise of x is below k - D.
  const below = table.rows.map((_, count) => {
    const row = rowOf(table, count)
    const sums = new Float64Array(2 * noise.D + 2)
    probabilitiesOf(row).forEach((p, index) => {
      sums[(row.noise[index] ?? 0) + noise.D + 1] = p
    })
    for (let k = 1; k < sums.length; k += 1) sums[k] = (sums[k] ?? 0) + (sums[k - 1] ?? 0)
    return sums
  })
  const upTo = (count: number, noise: number, reach: number): number => {
    if (noise < -reach) return 0
    return noise >= reach ? 1 : (below[Math.min(count, last)]?.[noise + reach + 1] ?? 0)
  }
  return {
    reach: noise.D,
    weigh({ from, at }, evidence) {
      for (let i = 0; i < at.length; i += 1) {
        const count = from + i
        const likely =
          upTo(count, evidence.to - count, noise.D) - upTo(count, evidence.from - 1 - count, noise.D)
        // What is left of the difference of two sums that are one is no probability.
        at[i] = (at[i] ?? 0) * (likely < 1e-15 ? 0 : likely)
      }
    }
  }
}
