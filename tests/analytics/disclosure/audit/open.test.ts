import { describe, expect, it } from 'vitest'
import { addUnknown, emptyGraph, type Graph } from '../../../../analytics/disclosure/audit/graph.ts'
import { isOpen, settledSums, touched } from '../../../../analytics/disclosure/audit/open.ts'

/** Counts with their least and most, old unless they are news, and sums of their indices, the whole first. */
function graphOf(
  counts: readonly { from: number; to: number; isNews?: boolean }[],
  sums: readonly (readonly [number, ...number[]])[]
): Graph {
  const graph = emptyGraph()
  for (const { from, to, isNews = false } of counts) addUnknown(graph, to, { by: [], from, isNews })
  for (const [whole, ...parts] of sums) graph.sums.push({ whole, parts, alone: false })
  return graph
}

const narrow = { from: 0, to: 9 }
const wide = { from: 100, to: 1000 }
const known = { from: 50, to: 50 }

describe('a count that is left open', () => {
  it('settles no sum that it is in', () => {
    const graph = graphOf(
      [narrow, narrow, wide],
      [
        [2, 0, 1],
        [0, 1]
      ]
    )
    expect(graph.unknowns.map(isOpen)).toEqual([false, false, true])
    expect(settledSums(graph)).toEqual([graph.sums[1]])
  })
})

describe('what a release touches', () => {
  const news = { ...narrow, isNews: true }
  it.each([
    [
      'all that hangs together with it, however far off',
      [news, narrow, narrow, narrow],
      [
        [1, 0],
        [1, 2]
      ],
      [true, true, true, false]
    ],
    [
      'nothing behind a count that is open',
      [news, wide, narrow],
      [
        [1, 0],
        [1, 2]
      ],
      [true, false, false]
    ],
    [
      'nothing behind a count that is known, but that one',
      [news, known, narrow],
      [
        [1, 0],
        [1, 2]
      ],
      [true, true, false]
    ]
  ] as const)('is %s', (_, counts, sums, expected) => {
    expect(touched(graphOf(counts, sums))).toEqual(expected)
  })
})
