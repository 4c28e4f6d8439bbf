import type { PrintedCell, PrintedCount } from '../table.ts'
import type { Policy } from './policy.ts'

/** A noisy count as it may be printed: hidden below the threshold, zero included. */
export function printedCount(noisy: number, { countFrom }: Policy): PrintedCount {
  return noisy < countFrom ? { n: null, status: 'c' } : { n: noisy, status: '' }
}

/** A noisy count of an option, with its share of the printed base, as both may be printed. Only printed numbers decide. */
export function printedCell(code: string, noisy: number, base: PrintedCount, policy: Policy): PrintedCell {
  const { n } = printedCount(noisy, policy)
  if (n === null || base.n === null) return { code, n: null, percent: null, status: 'c' }
  const small = base.n < policy.percentFrom
  if (isTop(n, base.n, policy)) {
    return { code, n: null, percent: small ? null : topPercent(base.n, policy), status: 't' }
  }
  if (small) return { code, n, percent: null, status: 'x' }
  return { code, n, percent: wholePercent(n, base.n), status: base.n < policy.plainFrom ? 'low' : '' }
}

/** Whether a printed count is so much of its printed base that neither is told exactly. */
export function isTop(n: number, base: number, policy: Policy): boolean {
  return wholePercent(n, base) >= topPercent(base, policy)
}

/**
 * @param part 0 ≤ part ≤ whole
 * @param whole ≥ 1
 * @returns part of whole in per cent, a whole number, halves up; in integers, so that 0.5 is never 0.499…
 */
export function wholePercent(part: number, whole: number): number {
  return Math.floor((200 * part + whole) / (2 * whole))
}

/** The share from which it is printed as "this or more", for a printed base of so many. */
export function topPercent(base: number, { topCoding }: Policy): number {
  const step = topCoding.find(({ below }) => below === null || base < below)
  if (step === undefined) throw new RangeError(`no top-coding for a base of ${base}`)
  return step.percent
}
