/**
 * The distribution of highest entropy on given whole numbers with mean 0 and a given variance: the probability
 * of v is proportional to exp(a v + b v²), and Newton's method on the convex dual finds a and b.
 *
 * @param values   ascending, at least one on each side of 0
 * @param variance > 0; more than mean and range leave room for gives the largest possible
 * @returns probabilities in the order of the values; mean and variance hold within 1e-12
 * @throws RangeError when the values allow no variance as small as that
 */
export function highestEntropy(values: readonly number[], variance: number): readonly number[] {
  const lowest = values[0] ?? 0
  const highest = values.at(-1) ?? 0
  if (!(lowest < 0 && highest > 0)) throw new RangeError(`no mean of 0 on ${values.join(', ')}`)
  if (variance >= -lowest * highest) return twoPoints(values, lowest, highest)
  const least = smallestVariance(values)
  if (variance <= least) {
    throw new RangeError(`noise on ${values.join(', ')} needs a variance above ${least}, got ${variance}`)
  }
  // In units of the longest reach, so that the second moment does not dwarf the first.
  const reach = Math.max(-lowest, highest)
  return newton(
    values.map(v => v / reach),
    variance / reach ** 2
  )
}

/** All weight on the two ends, in the proportion that makes the mean 0: the widest there is. */
function twoPoints(values: readonly number[], lowest: number, highest: number): readonly number[] {
  const span = highest - lowest
  return values.map(v => (v === lowest ? highest / span : v === highest ? -lowest / span : 0))
}

function smallestVariance(values: readonly number[]): number {
  if (values.includes(0)) return 0
  const below = Math.max(...values.filter(v => v < 0))
  const above = Math.min(...values.filter(v => v > 0))
  return -below * above
}

type Point = { readonly a: number; readonly b: number }

function newton(values: readonly number[], variance: number): readonly number[] {
  let at: Point = { a: 0, b: 0 }
  for (let round = 0; round < 500; round++) {
    const p = weights(values, at)
    const [m1, m2, m3, m4] = [1, 2, 3, 4].map(k => moment(values, p, k))
    if (m1 === undefined || m2 === undefined || m3 === undefined || m4 === undefined) break
    const miss = { a: m1, b: m2 - variance }
    if (Math.abs(miss.a) < 1e-13 && Math.abs(miss.b) < 1e-13) return p
    const h = { aa: m2 - m1 * m1, ab: m3 - m1 * m2, bb: m4 - m2 * m2 }
    const determinant = h.aa * h.bb - h.ab * h.ab
    const step = {
      a: (h.bb * miss.a - h.ab * miss.b) / determinant,
      b: (h.aa * miss.b - h.ab * miss.a) / determinant
    }
    at = descend(values, variance, at, step, miss)
  }
  const p = weights(values, at)
  if (Math.abs(moment(values, p, 1)) < 1e-10 && Math.abs(moment(values, p, 2) - variance) < 1e-10) return p
  throw new RangeError(`no distribution of variance ${variance} found on ${values.join(', ')}`)
}

/** Full Newton steps overshoot when the variance is near a bound: halve until the dual falls. */
function descend(values: readonly number[], variance: number, at: Point, step: Point, slope: Point): Point {
  const before = dual(values, variance, at)
  const fall = slope.a * step.a + slope.b * step.b
  for (let share = 1; share > 1e-12; share /= 2) {
    const next = { a: at.a - share * step.a, b: at.b - share * step.b }
    if (dual(values, variance, next) <= before - 1e-4 * share * fall + 1e-15) return next
  }
  return { a: at.a - step.a, b: at.b - step.b }
}

function dual(values: readonly number[], variance: number, { a, b }: Point): number {
  const exponents = values.map(v => a * v + b * v * v)
  const top = Math.max(...exponents)
  return top + Math.log(sum(exponents.map(e => Math.exp(e - top)))) - b * variance
}

function weights(values: readonly number[], { a, b }: Point): readonly number[] {
  const exponents = values.map(v => a * v + b * v * v)
  const top = Math.max(...exponents)
  const raw = exponents.map(e => Math.exp(e - top))
  const total = sum(raw)
  return raw.map(weight => weight / total)
}

function moment(values: readonly number[], p: readonly number[], k: number): number {
  return sum(values.map((v, index) => (p[index] ?? 0) * v ** k))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
