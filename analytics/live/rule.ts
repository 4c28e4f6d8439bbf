import type { LiveRule } from './release.ts'

/**
 * Where everybody knows one another, "nobody said so" is about ten known children: a room begins later.
 *
 * @param access who may answer
 */
export function liveRuleOf(access: 'open' | 'cards' | 'room'): LiveRule {
  return { first: access === 'room' ? 30 : 10, step: 5, renewal: 10 }
}
