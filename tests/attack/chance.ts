import type { Evidence } from './evidence.ts'
import { poursOf } from './pours.ts'

/** How seldom pure luck may look like an attack that works: one run in ten thousand. */
export const rarely = 1e-4

/**
 * For each child the greatest probability with which any guess can be right when everything was mixed as promised: that its
 * answers are still there and among those that are poured, divided by the responses in its language.
 */
export function bestByChance({ children, turns }: Evidence): number[] {
  const pours = poursOf(children, turns)
  return children.map(({ language, second }) => {
    const perResponse = pours
      .filter(pour => second <= pour.second)
      .map(({ poured, probabilityFor }) => {
        const alike = poured.filter(response => response.language === language).length
        return alike === 0 ? 0 : probabilityFor(second) / alike
      })
    return Math.max(0, ...perResponse)
  })
}

/**
 * Most right guesses that luck alone reaches, but for one run in ten thousand: tail of the sum of independent guesses, each
 * right with its own probability. 200 guesses of 1 in 200 give 6.
 *
 * @param seldom how seldom luck may do better: less where many ideas are judged by it
 */
export function mostByChance(probabilities: readonly number[], seldom = rarely): number {
  let exactly = [1]
  for (const p of probabilities)
    exactly = [...exactly, 0].map((q, hits) => q * (1 - p) + (exactly[hits - 1] ?? 0) * p)
  let tail = 1
  for (const [hits, q] of exactly.entries()) {
    tail -= q
    if (tail <= seldom) return hits
  }
  return probabilities.length
}
