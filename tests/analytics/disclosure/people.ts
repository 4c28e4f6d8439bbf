import fc from 'fast-check'
import { states } from '../../../analytics/table.ts'
import type { Person } from './survey.ts'

/** Uniform in [0, 1), from a seed: people drawn again are the same people. */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    // Mulberry32: small, and even enough to draw people with.
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** So many people with uneven answers and some of every state. */
export function drawPeople(count: number, chance: () => number): Person[] {
  const missing = chance() * 0.15
  const pick = (codes: readonly string[], lean: number): readonly string[] => [
    codes[Math.floor(codes.length * chance() ** lean)] ?? ''
  ]
  const answer = (given: () => readonly string[]): Person['answers'][string] =>
    chance() < missing ? (states[Math.floor(4 * chance())] ?? 'dk') : given()
  const lean = 0.3 + 4 * chance()
  return Array.from({ length: count }, () => ({
    key: BigInt(Math.floor(chance() * 2 ** 32)) * 4294967296n + BigInt(Math.floor(chance() * 2 ** 32)),
    answers: {
      mood: answer(() => pick(['good', 'fair', 'bad'], lean)),
      uses: answer(() => ['games', 'school', 'news'].filter((code, index) => index === 0 || chance() < 0.4)),
      hurt: answer(() => pick(['yes', 'no'], 0.2)),
      gender: answer(() => pick(['female', 'male', 'another'], 2)),
      age_band: answer(() => pick(['13_15', '16_17', '18_24'], lean)),
      place: answer(() => pick(['city', 'village'], 1.5))
    }
  }))
}

/** Consultations from none to a few hundred people. */
export const anyPeople = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.integer())
  .map(([count, seed]) => drawPeople(count, chanceOf(seed)))
