/** Uniform in [0, 1). */
export type Chance = () => number

/** In random order; as the pour does it, but from a seed. */
export function shuffledBy<T>(items: readonly T[], chance: Chance): T[] {
  const mixed = [...items]
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor((last + 1) * chance())
    const [a, b] = [mixed[last], mixed[other]]
    if (a !== undefined && b !== undefined) [mixed[last], mixed[other]] = [b, a]
  }
  return mixed
}
