import { isDeepStrictEqual } from 'node:util'

/** How long what was read is good for: a change shows within this time. */
const freshForMs = 1000

/** What was read. The edition is another one when anything in it has changed. */
export type Edition<T> = T & { readonly edition: number }

/** Reads what many ask for at most once a second, and tells whether it has changed. */
export function editionsOf<T extends object>(
  read: (now: Date) => Promise<T>,
  clock: () => Date
): () => Promise<Edition<T>> {
  let latest: Edition<T> | undefined
  let asked: { readonly at: number; readonly found: Promise<Edition<T>> } | undefined

  async function ask(now: Date): Promise<Edition<T>> {
    const found = await read(now)
    const edition = latest?.edition ?? 0
    if (latest === undefined || !isDeepStrictEqual({ ...found, edition }, latest))
      latest = { ...found, edition: edition + 1 }
    return latest
  }

  return () => {
    const now = clock()
    if (asked !== undefined && Math.abs(now.getTime() - asked.at) < freshForMs) return asked.found
    const asking = { at: now.getTime(), found: ask(now) }
    asked = asking
    // A failure is not remembered: the next request asks again.
    asking.found.catch(() => {
      if (asked === asking) asked = undefined
    })
    return asking.found
  }
}
