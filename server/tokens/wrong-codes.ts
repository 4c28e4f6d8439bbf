/** What a wrong code waits for at least, and how many are told so in a second, by this process. */
const msAtLeast = 1000
const toldPerSecond = 20
/** Who would wait longer is sent away: each that waits holds a connection. */
const msAtMost = 60_000

export type Waits = {
  /** Milliseconds of a clock that only goes forward. */
  readonly elapsed: () => number
  readonly sleep: (milliseconds: number) => Promise<void>
}

const waits: Waits = {
  elapsed: () => performance.now(),
  sleep: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds))
}

/**
 * Lets whoever gave a wrong code wait: a second, and longer the more wrong codes there are. Right ones do not pass here, so
 * that no flood of wrong ones stands in their way. Whoever does not wait for the answer could take that for one: what makes
 * guessing cards hopeless are their 55 bits, what bounds guessing in a room is its quota.
 *
 * @returns to be called for each wrong code: whether it waited its time, false where too many wait already
 */
export function wrongCodes({ elapsed, sleep }: Waits = waits): () => Promise<boolean> {
  let next = 0
  return async () => {
    const now = elapsed()
    const turn = Math.max(now + msAtLeast, next)
    if (turn - now > msAtMost) return false
    next = turn + 1000 / toldPerSecond
    await sleep(turn - now)
    return true
  }
}
