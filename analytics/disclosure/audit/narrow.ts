import type { Graph, Sum, Unknown } from './graph.ts'
import { Contradiction } from './weights.ts'

/**
 * Draws the least and the most that each count can be together, until no sum says more: what linear programs over the
 * same sums would find, but for what follows from several sums at once.
 *
 * @param reach largest noise
 * @throws Contradiction when a count can be nothing at all
 */
export function narrow({ unknowns, sums }: Graph, reach: number): void {
  for (const unknown of unknowns) {
    for (const { from, to } of unknown.evidence) raise(unknown, from - reach, to + reach)
  }
  const linear = sums.filter(({ alone }) => !alone)
  let changed = true
  while (changed) {
    changed = false
    for (const sum of linear) if (narrowSum(unknowns, sum)) changed = true
  }
  for (const sum of sums) if (sum.alone) narrowSum(unknowns, sum)
}

function narrowSum(unknowns: readonly Unknown[], { whole, parts }: Sum): boolean {
  const all = unknowns[whole]
  if (all === undefined) return false
  let least = 0
  let most = 0
  for (const part of parts) {
    least += unknowns[part]?.from ?? 0
    most += unknowns[part]?.to ?? 0
  }
  let changed = raise(all, least, most)
  for (const index of parts) {
    const part = unknowns[index]
    if (part === undefined) continue
    const { from, to } = part
    if (!raise(part, all.from - (most - to), all.to - (least - from))) continue
    least += part.from - from
    most += part.to - to
    changed = true
  }
  return changed
}

function raise(unknown: Unknown, from: number, to: number): boolean {
  if (from <= unknown.from && to >= unknown.to) return false
  unknown.from = Math.max(unknown.from, from)
  unknown.to = Math.min(unknown.to, to)
  if (unknown.from > unknown.to) throw new Contradiction('no count is possible')
  return true
}
