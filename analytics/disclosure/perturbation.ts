import { highestEntropy } from './entropy.ts'

/** Uniform in [0, 1), keyed by the consultation's secret: the same message always gives the same number. */
export type Prf = (message: readonly string[]) => number

/** The noise a count may get: its values, ascending, and for each the probability of it or a smaller one. */
export type NoiseRow = { readonly noise: readonly number[]; readonly upTo: readonly number[] }

/** One row for each count from 0; counts beyond the last row go round and round in the last `cycle` rows. */
export type PerturbationTable = { readonly rows: readonly NoiseRow[]; readonly cycle: number }

export type PerturbationParameters = {
  /** Largest noise, in persons; integer, ≥ 1. */
  readonly D: number
  /** Variance of the noise, in persons squared; > 0. */
  readonly V: number
  /** Perturbed counts from 1 to `js` do not occur; 0 where absent. */
  readonly js?: number
}

/**
 * Noise of highest entropy for each count n: whole numbers from -min(D, n) to D with mean 0 and variance V, or
 * the largest variance that mean and range leave room for. A count of 0 stays 0.
 *
 * @returns rows for n = 0 to D + js + 1; the last holds for every larger count
 * @throws RangeError when blocked counts leave no noise of so small a variance
 * @see Giessing (2016), Computational Issues in the Design of Transition Probabilities and Disclosure Risk
 *   Estimation for Additive Noise, PSD 2016, LNCS 9867; Marley and Leaver (2011), ISI World Congress
 */
export function perturbationTable({ D, V, js = 0 }: PerturbationParameters): PerturbationTable {
  if (!Number.isInteger(D) || D < 1 || !(V > 0) || !Number.isInteger(js) || js < 0) {
    throw new RangeError(`perturbationTable needs whole D ≥ 1, V > 0, whole js ≥ 0, got ${D}, ${V}, ${js}`)
  }
  const rows: NoiseRow[] = [{ noise: [0], upTo: [1] }]
  for (let n = 1; n <= D + js + 1; n++) {
    const noise = noiseOf(n, D).filter(v => n + v === 0 || n + v > js)
    rows.push({ noise, upTo: runningSums(highestEntropy(noise, V)) })
  }
  return { rows, cycle: 1 }
}

/**
 * The noise of one count: the row of the count, at the place that u marks in it.
 *
 * @param count true count; integer, ≥ 0
 * @param u     in [0, 1)
 */
export function noiseAt(table: PerturbationTable, count: number, u: number): number {
  if (!Number.isInteger(count) || count < 0 || !(u >= 0 && u < 1)) {
    throw new RangeError(`noiseAt needs a whole count ≥ 0 and u in [0, 1), got ${count} and ${u}`)
  }
  const row = rowOf(table, count)
  const place = row.upTo.findIndex(upTo => u < upTo)
  return row.noise.at(place) ?? 0
}

/** The probability of each noise of a count, in the order of the row's values. */
export function probabilitiesOf(row: NoiseRow): readonly number[] {
  return row.upTo.map((upTo, index) => upTo - (row.upTo[index - 1] ?? 0))
}

export function rowOf({ rows, cycle }: PerturbationTable, count: number): NoiseRow {
  const beyond = count - rows.length
  const row = rows[beyond < 0 ? count : rows.length - cycle + (beyond % cycle)]
  if (row === undefined) throw new RangeError(`a perturbation table without a row for ${count}`)
  return row
}

function noiseOf(n: number, D: number): readonly number[] {
  const lowest = -Math.min(D, n)
  return Array.from({ length: D - lowest + 1 }, (_, index) => lowest + index)
}

function runningSums(probabilities: readonly number[]): readonly number[] {
  let sum = 0
  // The last is 1 whatever rounding says: every u must find its place.
  return probabilities.map((p, index) => (index === probabilities.length - 1 ? 1 : (sum += p)))
}
