/** How the rows are divided by one property, and what each of its categories is to add up to. */
export type RakingMargin = {
  /** For each row, the index of its category. */
  readonly categoryOf: readonly number[]
  /** For each category its total; above 0, and in all margins of the same sum. */
  readonly totals: readonly number[]
}

export type ToRake = {
  /** How many persons each row stands for; 1 where a row is a person, 0 where there is nobody. */
  readonly persons: readonly number[]
  /** The weight with which each person of a row begins; above 0. */
  readonly start: readonly number[]
  readonly margins: readonly RakingMargin[]
}

/** Most sweeps over all margins, how near a margin must come to its total, and the largest weight by the mean one. */
export const rakingLimits = { sweeps: 50, tolerance: 1e-6, cap: 5 } as const

/** Nearer than this nothing is gained: further sweeps stop. */
const close = 1e-12

/**
 * Raking (iterative proportional fitting): weights that come as near as may be to those at the start and add up to
 * known totals in each margin.
 *
 * A sweep multiplies the weights of each category to its total, one margin after the other; then weights above
 * `cap` times the mean are set to that, and all are multiplied by one number, so that their sum stays.
 *
 * @returns a weight for a person of each row; undefined where after 50 sweeps a margin is more than 1e-6 of its total
 *   away from it, or a weight is above the cap
 * @throws RangeError when lists have not the same length or numbers are not of that form
 * @see Deming and Stephan (1940), Annals of Mathematical Statistics 11:427–444
 * @see DeBell and Krosnick (2009), Computing Weights for American National Election Study Survey Data, ANES Technical
 *   Report nes012427: raking with weights trimmed at five times the mean after each sweep
 */
export function rake({ persons, start, margins }: ToRake): readonly number[] | undefined {
  check({ persons, start, margins })
  let weights = [...start]
  for (let sweep = 1; sweep <= rakingLimits.sweeps; sweep += 1) {
    for (const margin of margins) weights = fitted(weights, persons, margin)
    weights = trimmed(weights, persons)
    if (furthest(weights, persons, margins) <= close) break
  }
  return furthest(weights, persons, margins) <= rakingLimits.tolerance ? weights : undefined
}

function fitted(weights: readonly number[], persons: readonly number[], margin: RakingMargin): number[] {
  const sums = sumsBy(weights, persons, margin)
  // A category that nobody is in cannot be reached, and is told by `furthest`.
  const factors = margin.totals.map((total, index) => total / (sums[index] ?? 0))
  return weights.map((weight, row) => (persons[row] === 0 ? weight : weight * at(factors, margin, row)))
}

function trimmed(weights: readonly number[], persons: readonly number[]): number[] {
  const sum = sumOf(weights, persons)
  const most = (rakingLimits.cap * sum) / persons.reduce((all, count) => all + count, 0)
  if (!weights.some((weight, row) => persons[row] !== 0 && weight > most)) return [...weights]
  const cut = weights.map(weight => Math.min(weight, most))
  const back = sum / sumOf(cut, persons)
  return cut.map(weight => weight * back)
}

/** The largest distance of a sum from its total, or of a weight above the cap, each as a part of what it should be. */
function furthest(
  weights: readonly number[],
  persons: readonly number[],
  margins: readonly RakingMargin[]
): number {
  const apart = margins.flatMap(margin => {
    const sums = sumsBy(weights, persons, margin)
    return margin.totals.map((total, index) => Math.abs((sums[index] ?? 0) / total - 1))
  })
  const most = (rakingLimits.cap * sumOf(weights, persons)) / persons.reduce((all, count) => all + count, 0)
  const above = weights.map((weight, row) => (persons[row] === 0 ? 0 : weight / most - 1))
  return Math.max(...apart, ...above)
}

function sumsBy(weights: readonly number[], persons: readonly number[], margin: RakingMargin): number[] {
  const sums = margin.totals.map(() => 0)
  margin.categoryOf.forEach((category, row) => {
    sums[category] = (sums[category] ?? 0) + (weights[row] ?? 0) * (persons[row] ?? 0)
  })
  return sums
}

function sumOf(weights: readonly number[], persons: readonly number[]): number {
  return weights.reduce((sum, weight, row) => sum + weight * (persons[row] ?? 0), 0)
}

function at(factors: readonly number[], { categoryOf }: RakingMargin, row: number): number {
  return factors[categoryOf[row] ?? -1] ?? NaN
}

function check({ persons, start, margins }: ToRake): void {
  const sums = margins.map(({ totals }) => totals.reduce((sum, total) => sum + total, 0))
  const fits =
    persons.some(count => count > 0) &&
    persons.every(count => Number.isInteger(count) && count >= 0) &&
    start.length === persons.length &&
    start.every(weight => weight > 0 && Number.isFinite(weight)) &&
    margins.length > 0 &&
    margins.every(({ categoryOf, totals }) => {
      const known = categoryOf.every(category => totals[category] !== undefined)
      return known && categoryOf.length === persons.length && totals.every(total => total > 0)
    }) &&
    sums.every(sum => Math.abs(sum / (sums[0] ?? 0) - 1) < 1e-9)
  if (!fits) throw new RangeError('rake needs rows of one length, positive weights, and margins of one sum')
}
