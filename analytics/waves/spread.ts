import type { Wave } from './wave.ts'

/** Two waves stand at least this share of the longest interval apart, or their numbers would cover each other. */
const leastStep = 0.35
const msADay = 24 * 60 * 60 * 1000

/**
 * Where the waves stand on an axis of time, from 0 for the first to 1 for the last: as far apart as they were in time,
 * except that short intervals are drawn longer so that both can be read.
 *
 * @param waves in the order of time
 */
export function spreadOf(waves: readonly Wave[]): readonly number[] {
  const days = waves.map(({ release }) => Date.parse(release.consultation.opensOn) / msADay)
  const steps = days.slice(1).map((day, index) => day - (days[index] ?? day))
  const longest = Math.max(1, ...steps)
  const drawn = steps.map(step => Math.max(step, longest * leastStep))
  const all = drawn.reduce((sum, step) => sum + step, 0)
  const places = [0]
  for (const step of drawn) places.push((places.at(-1) ?? 0) + step / all)
  return waves.length === 0 ? [] : places
}
