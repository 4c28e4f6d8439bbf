import type { Extra, PrintedColumn } from '../../table.ts'
import type { Policy } from '../policy.ts'
import { isTop } from '../thresholds.ts'
import type { Evidence } from './evidence.ts'

/** What a column says of each of its counts; a count of which it says nothing is not in it. */
export type Reading = ReadonlyMap<string, Evidence>

export const size = 'size'
export const base = 'base'
export const stateNamed = (state: string): string => `state ${state}`
export const optionNamed = (code: string): string => `option ${code}`

export type ToRead = {
  readonly policy: Policy
  /** Responses of the release, which no size exceeds. */
  readonly responses: number
  /** Whether the question is a breakdown: then an option is hidden also because its group is withheld. */
  readonly ofGroups: boolean
  /** What the question counts beside its options. */
  readonly extras: readonly Extra[]
}

/**
 * What a printed column says to somebody who knows how it is printed: a part is cut to its whole, and hidden below a
 * threshold, both after the noise.
 */
export function readColumn(column: PrintedColumn, { policy, responses, ofGroups, extras }: ToRead): Reading {
  const said = new Map<string, Evidence>()
  // A column that may not be shown looks the same whatever the reason.
  if (column.size.n === null) return said
  said.set(size, noisy(column.size.n, responses, policy))
  said.set(base, noisy(column.base.n, column.size.n, policy))
  for (const { state, n } of column.states) said.set(stateNamed(state), noisy(n, column.size.n, policy))
  const whole = column.base.n
  if (whole === null) return said
  for (const { code, n, status } of column.cells) {
    if (status === 't') said.set(optionNamed(code), { from: leastTop(whole, policy), to: Infinity })
    else if (n !== null || !ofGroups) said.set(optionNamed(code), noisy(n, whole, policy))
  }
  for (const { code, n, status } of column.extras ?? []) {
    const extra = extras.find(one => one.code === code)
    if (extra === undefined) continue
    const parts = column.cells.filter(cell => extra.of.includes(cell.code)).map(cell => cell.n)
    const cut = { from: status === 't' ? leastTop(whole, policy) : 0, to: Infinity }
    said.set(optionNamed(code), status === 't' ? cut : readExtra(extra, n, parts, whole, policy))
  }
  return said
}

/** A noisy count that was printed, or hidden; cut to `most`, it may have been more. */
function noisy(n: number | null, most: number, policy: Policy): Evidence {
  if (n === null) return { from: 0, to: policy.countFrom - 1 }
  return { from: n, to: n === most ? Infinity : n }
}

/** Two answers together are printed as no less than one of them, a first choice as no more than all who named it. */
function readExtra(
  { kind }: Extra,
  n: number | null,
  parts: readonly (number | null)[],
  most: number,
  policy: Policy
): Evidence {
  const plain = noisy(n, most, policy)
  const isPart = parts.includes(n)
  if (kind === 'top2') return isPart ? { from: 0, to: plain.to } : plain
  return isPart ? { from: n ?? 0, to: Infinity } : plain
}

/** The smallest printed count that is top-coded on a printed base. */
function leastTop(base: number, policy: Policy): number {
  let least = base
  while (least > 0 && isTop(least - 1, base, policy)) least -= 1
  return least
}
