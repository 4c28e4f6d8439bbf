/** How many answers go on waiting at every live release: what the next one adds is never fewer people. */
export const alwaysWaiting = 10

/**
 * How many responses the live release after one of so many has: half as many more, and at least ten.
 * 10, 20, 30, 45, 67, 100, 150, 225, 337 …: geometric, so that all releases together cost as much as a few large ones.
 *
 * @param poured responses poured so far; 0 before the first release
 * @param first responses of the first release
 */
export function nextThreshold(poured: number, first: number): number {
  if (!Number.isInteger(poured) || poured < 0 || !Number.isInteger(first) || first < 1)
    throw new RangeError(`no threshold after ${poured} from ${first}`)
  return Math.max(first, poured + 10, Math.floor(1.5 * poured))
}

/**
 * The largest threshold that may be released now; undefined while the next one is not reached. Ten more than it must have
 * come. Where many come at once the thresholds between are passed over: a release that everybody would see replaced in
 * the same moment tells nobody anything but whoever compares the two.
 *
 * @param arrived answers that have come in, poured or waiting
 */
export function thresholdReached(poured: number, arrived: number, first: number): number | undefined {
  let reached: number | undefined
  for (let next = nextThreshold(poured, first); next + alwaysWaiting <= arrived;) {
    reached = next
    next = nextThreshold(next, first)
  }
  return reached
}
