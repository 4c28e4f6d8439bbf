import type { stateCodes } from './codebook.ts'
import type { Shape } from './shape.ts'

export type WayNotToAnswer = keyof typeof stateCodes

/**
 * The ways not to answer that the form has for a question, in their order. A question without a condition is shown to
 * everybody, so nobody can be said not to have seen it.
 */
export function waysNotToAnswer(shape: Shape): readonly WayNotToAnswer[] {
  const ways: WayNotToAnswer[] = []
  if (!('dontKnow' in shape && shape.dontKnow === false)) ways.push('dk')
  if (!('preferNotToSay' in shape && shape.preferNotToSay === false)) ways.push('pns')
  ways.push('skipped')
  if (shape.showWhen !== undefined) ways.push('not_shown')
  return ways
}
