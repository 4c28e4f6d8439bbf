import type { Child, Evidence, Guesses, Sighting } from './evidence.ts'
import { sorted, type Order } from './guess.ts'
import type { Traces } from './traces.ts'

/**
 * Follows each child's sealed row through stirs and pours, as if they left the order as it is: what was the k-th before is
 * taken for the k-th afterwards, the poured responses first.
 *
 * @param before how the rows that wait are taken out
 * @param after  how those that were written anew lie
 */
export function carry(
  { children, turns }: Evidence,
  traces: (child: Child) => Traces,
  before: Order<Sighting>,
  after: Order<Sighting>
): Guesses {
  const steps = turns.map(turn => {
    const into = [...sorted(turn.poured, after), ...sorted(turn.after, after)]
    const entries = sorted(turn.before, before).map(({ name }, rank) => [name, into[rank]?.name] as const)
    return { next: new Map(entries), poured: new Set(turn.poured.map(({ name }) => name)) }
  })
  return children.map(child => {
    let name = traces(child).sealed?.name
    for (const { next, poured } of steps) {
      if (name === undefined || !next.has(name)) continue
      name = next.get(name)
      if (name !== undefined && poured.has(name)) return name
    }
    return undefined
  })
}
