/** Printed numbers that cannot all have come from this noise. */
export class Contradiction extends RangeError {}

/** How likely whole numbers are: `at[i]` belongs to `from + i`; not below 0, up to a common factor. */
export type Weights = { readonly from: number; readonly at: Float64Array<ArrayBuffer> }

export function even(from: number, to: number): Weights {
  const weights = none(from, to)
  weights.at.fill(1)
  return weights
}

function none(from: number, to: number): Weights {
  return { from, at: new Float64Array(Math.max(0, to - from + 1)) }
}

export function weightOf({ from, at }: Weights, value: number): number {
  return at[value - from] ?? 0
}

/** Of the sum of two numbers, for the sums within two ends. */
export function sumOf(a: Weights, b: Weights, from = a.from + b.from, to = endOf(a) + endOf(b)): Weights {
  const sum = none(from, to)
  const { at } = sum
  const [ours, theirs] = [a.at, b.at]
  for (let s = from; s <= to; s += 1) {
    // Only those of a for which the rest is within b.
    const first = Math.max(a.from, s - endOf(b))
    const last = Math.min(endOf(a), s - b.from)
    let weight = 0
    for (let i = first - a.from, j = s - first - b.from; i <= last - a.from; i += 1, j -= 1) {
      weight += (ours[i] ?? 0) * (theirs[j] ?? 0)
    }
    at[s - from] = weight
  }
  return sum
}

/** Of a number that, with another, makes a third, for numbers within two ends. */
export function leftOf(whole: Weights, other: Weights, from: number, to: number): Weights {
  const left = none(from, to)
  const [ours, theirs] = [other.at, whole.at]
  for (let x = from; x <= to; x += 1) {
    const first = Math.max(other.from, whole.from - x)
    const last = Math.min(endOf(other), endOf(whole) - x)
    let weight = 0
    for (let i = first - other.from, j = x + first - whole.from; i <= last - other.from; i += 1, j += 1) {
      weight += (ours[i] ?? 0) * (theirs[j] ?? 0)
    }
    left.at[x - from] = weight
  }
  return left
}

/** Multiplies into the first what the second says of the same numbers. */
export function weigh(into: Weights, by: Weights): void {
  const { at, from } = into
  for (let i = 0; i < at.length; i += 1) at[i] = (at[i] ?? 0) * (by.at[i + from - by.from] ?? 0)
}

/**
 * Brings the largest to 1, so that products of many neither vanish nor grow without end.
 *
 * @throws Contradiction when nothing is possible
 */
export function scale({ at }: Weights): void {
  let most = 0
  for (const weight of at) if (weight > most) most = weight
  if (most === 0) throw new Contradiction('no count is possible')
  for (let i = 0; i < at.length; i += 1) at[i] = (at[i] ?? 0) / most
}

export function totalOf({ at }: Weights): number {
  let sum = 0
  for (const weight of at) sum += weight
  return sum
}

export function endOf({ from, at }: Weights): number {
  return from + at.length - 1
}
