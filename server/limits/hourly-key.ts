import { randomBytes } from 'node:crypto'

export const msPerHour = 60 * 60 * 1000

/**
 * Where the key of an hour comes from: drawn by a server alone, or shared by several.
 *
 * @param hour whole hours since 1970
 * @param msLeft until it ends
 */
export type KeySource = (hour: number, msLeft: number) => Promise<Buffer>

/** A key of one server's own. */
export const ownKey: KeySource = () => Promise.resolve(randomBytes(32))

export type HourlyKey = {
  /** The key of this hour. @throws what the source throws; the next call asks it again */
  current(): Promise<Buffer>
  /** Overwrites the key of an hour that is over. */
  forgetOld(): void
}

/** 32 random bytes that are good until the full hour, held in memory and overwritten after it. */
export function hourlyKey(clock: () => Date, source: KeySource): HourlyKey {
  let held: { readonly hour: number; readonly key: Promise<Buffer> } | undefined
  const forgetOld = (): void => {
    if (held === undefined || held.hour === hourOf(clock())) return
    held.key.then(
      key => key.fill(0),
      () => undefined
    )
    held = undefined
  }
  return {
    forgetOld,
    current() {
      forgetOld()
      if (held !== undefined) return held.key
      const now = clock()
      const hour = hourOf(now)
      const key = source(hour, (hour + 1) * msPerHour - now.getTime())
      held = { hour, key }
      key.catch(() => {
        if (held?.key === key) held = undefined
      })
      return key
    }
  }
}

function hourOf(now: Date): number {
  return Math.floor(now.getTime() / msPerHour)
}
