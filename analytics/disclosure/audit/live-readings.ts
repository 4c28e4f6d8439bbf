import type { LiveCell, LiveTable, LiveWord } from '../../live/table.ts'
import type { Policy } from '../policy.ts'
import type { Evidence } from './evidence.ts'
import type { PublishedShares } from './published.ts'
import { base, optionNamed, type Reading } from './readings.ts'

/** Least and most of a share in points of a hundred, a little wider than the words: halves are rounded up. */
const meant: Readonly<Record<LiveWord, { readonly from: number; readonly to: number }>> = {
  some: { from: 0, to: 40 },
  half: { from: 39.5, to: 60.5 },
  most: { from: 60, to: 100 },
  nearlyAll: { from: 94.5, to: 100 }
}

/**
 * What a table of a live release says: that noisy counts are between two shares of a base that is not printed, of which
 * one knows how large it is at least and that it is not more than the responses.
 */
export function readLive({ table, step, oneOfTwo, responses }: PublishedShares, policy: Policy): Reading {
  const whole = baseOf(table, policy)
  const said = new Map([[base, whole]])
  if (table.told === 'nothing') return said
  const most = Math.min(whole.to, responses)
  for (const cell of oneOfTwo ? table.cells.slice(0, 1) : table.cells)
    said.set(optionNamed(cell.code), readCell(cell, whole.from, most, step, policy))
  return said
}

function baseOf({ told }: LiveTable, { countFrom, percentFrom }: Policy): Evidence {
  if (told === 'nothing') return { from: 0, to: countFrom - 1 }
  return told === 'words' ? { from: countFrom, to: percentFrom - 1 } : { from: percentFrom, to: Infinity }
}

function readCell(
  { share, word, status }: LiveCell,
  least: number,
  most: number,
  step: number,
  { countFrom }: Policy
): Evidence {
  // Few people, or so small a share of however many that it would round to nothing.
  if (status === 'c') return { from: 0, to: Math.max(countFrom - 1, Math.floor((step / 200) * most)) }
  const points = word === null ? { from: (share ?? 0) - step / 2, to: (share ?? 0) + step / 2 } : meant[word]
  const from = Math.max(countFrom, Math.ceil((points.from / 100) * least))
  // The highest share stands for all above it.
  const isHighest = status === 't' || (share ?? 0) >= 100 - 2 * step
  return { from, to: isHighest ? Infinity : Math.floor((points.to / 100) * most) }
}
