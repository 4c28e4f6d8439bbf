/** People of one weight: how many of them answered, and how many of these gave the answer. */
export type WeightedPart = { readonly weight: number; readonly chosen: number; readonly answered: number }

/**
 * The share of an answer among those who answered, each counted with a weight (the estimator of Hájek).
 *
 * @param parts 0 ≤ chosen ≤ answered; a part may correct another whose people it counts again, by a weight below 0
 * @returns a fraction, Σ weight × chosen / Σ weight × answered
 * @throws RangeError when the weights of those who answered do not add up to more than 0
 * @see Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, section 5.7
 */
export function weightedShare(parts: readonly WeightedPart[]): number {
  const sum = (of: (part: WeightedPart) => number) =>
    parts.reduce((total, part) => total + part.weight * of(part), 0)
  const answered = sum(part => part.answered)
  if (!(answered > 0)) throw new RangeError('weightedShare needs somebody who answered')
  return sum(part => part.chosen) / answered
}
