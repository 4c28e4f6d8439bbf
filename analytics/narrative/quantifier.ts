import type { Status } from '../table.ts'

/** How a share is said in words. "All" and "none" are not among them: noise and top-coding leave neither certain. */
export type Quantifier =
  | 'nearlyAll'
  | 'largeMajority'
  | 'most'
  | 'aboutHalf'
  | 'fewerThanHalf'
  | 'aboutThird'
  | 'aboutQuarter'
  | 'minority'
  | 'few'

/** From which printed share on a word holds, in whole per cent, the largest first. */
const from: readonly (readonly [percent: number, quantifier: Quantifier])[] = [
  [90, 'nearlyAll'],
  [75, 'largeMajority'],
  [55, 'most'],
  [46, 'aboutHalf'],
  [37, 'fewerThanHalf'],
  [31, 'aboutThird'],
  [28, 'minority'],
  [23, 'aboutQuarter'],
  [10, 'minority'],
  [0, 'few']
]

/**
 * The words for a printed share.
 *
 * @param percent the printed share in whole per cent, 0 to 100; "this or more" where top-coded
 * @throws RangeError for what is no printed share
 */
export function quantifierOf(percent: number, status: Extract<Status, '' | 't'>): Quantifier {
  if (status === 't') return 'nearlyAll'
  const found = percent <= 100 ? from.find(([least]) => percent >= least) : undefined
  if (found === undefined || !Number.isInteger(percent))
    throw new RangeError(`${percent} is no printed share in per cent`)
  return found[1]
}
