import type { Graph, Sum, Unknown } from './graph.ts'

/** So many different numbers are more than can be weighed, and more than anybody could choose one from. */
const mostPossible = 150

/**
 * Whether a count, drawn together with all others, is left so open that it settles nothing: neither itself nor the others
 * of a sum that it is in. What live releases print is, from some hundred answers on: shares in steps, of bases that are
 * printed nowhere. Of a sum of k parts one of which is open, what it says of two neighbouring counts differs by no more
 * than about k in `mostPossible`: it counts the points of a slice that is nowhere near a corner, or `narrow` would have
 * drawn the open one in.
 */
export function isOpen({ from, to }: Unknown): boolean {
  return to - from >= mostPossible
}

/** Sums of which no member is open. */
export function settledSums({ unknowns, sums }: Graph): readonly Sum[] {
  const open = unknowns.map(isOpen)
  return sums.filter(({ whole, parts }) => open[whole] !== true && !parts.some(part => open[part] === true))
}

/**
 * Counts of which the last release tells something, itself or through sums. Of the others nothing has changed since the
 * releases before it were looked at, but for those that are known by now. What is known passes nothing on.
 */
export function touched(graph: Graph): readonly boolean[] {
  const { unknowns } = graph
  const isKnown = unknowns.map(({ from, to }) => from === to)
  const isTouched = unknowns.map(({ isNews }, index) => isNews || isKnown[index] === true)
  const passesOn = (index: number): boolean => isTouched[index] === true && isKnown[index] !== true
  let left = settledSums(graph).map(({ whole, parts }) => [whole, ...parts])
  for (;;) {
    const further = left.filter(members => !members.some(passesOn))
    if (further.length === left.length) return isTouched
    for (const members of left)
      if (members.some(passesOn)) for (const index of members) isTouched[index] = true
    left = further
  }
}
