import type { Child, Evidence, Sighting } from './evidence.ts'

/** What a child left behind in the tables, as far as a thief can tell. */
export type Traces = {
  /** The last version of the row of its card. */
  readonly card: Sighting | undefined
  /** Where it is written down that it has come in. */
  readonly ticket: Sighting | undefined
  /** Its row in the waiting room, written by the same transaction. */
  readonly sealed: Sighting | undefined
  /** Its mark among those that are spent. */
  readonly spent: Sighting | undefined
}

/** By the mark where it is known, otherwise by the second in which the child sent its answers. */
export function tracesIn({ children, sightings, tickets }: Evidence): (child: Child) => Traces {
  const last = (table: string, which: (sighting: Sighting) => boolean) =>
    sightings.findLast(sighting => sighting.table === table && which(sighting))
  const traces = new Map(
    children.map(child => {
      const { card, mark, second } = child
      const ticket = last(tickets, seen => (mark === undefined ? seen.second === second : seen.name === mark))
      return [
        child,
        {
          card: last('cards', ({ name }) => name === card),
          ticket,
          sealed: last('waiting', ({ xmin }) => xmin === ticket?.xmin),
          spent: last('spent_marks', ({ name }) => name === ticket?.name)
        }
      ]
    })
  )
  return child => traces.get(child)!
}
