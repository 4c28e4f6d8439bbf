import type { Newest } from './newest.ts'

/** Told of a newer release. */
export type Listener = (newest: Newest) => void

export type Listeners = {
  /** @returns a function by which it listens no more */
  add(slug: string, listener: Listener): () => void
  /** How many listen, to whatever. */
  count(): number
  stop(): void
}

/** How often it is asked what is newest. Every process that serves pages asks for itself, and for all its listeners at once. */
const everyMs = 1000

/**
 * Tells listeners of new releases. Asks only while somebody listens.
 *
 * @param find the newest release of each consultation
 * @param failed told of a look that went wrong, of the first of several in a row; the next one comes a second later
 */
export function listening(
  find: () => Promise<ReadonlyMap<string, Newest>>,
  failed: (error: unknown) => void
): Listeners {
  const listeners = new Map<Listener, string>()
  const told = new WeakMap<Listener, number>()
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  let isAway = false

  async function look(): Promise<void> {
    try {
      const newest = await find()
      isAway = false
      for (const [listener, slug] of listeners) {
        const one = newest.get(slug)
        if (one === undefined || one.number <= (told.get(listener) ?? 0)) continue
        told.set(listener, one.number)
        listener(one)
      }
    } catch (error) {
      if (!isAway) failed(error)
      isAway = true
    }
    timer = undefined
    again(everyMs)
  }

  function again(inMs: number): void {
    if (timer !== undefined || isStopped || listeners.size === 0) return
    timer = setTimeout(() => void look(), inMs)
  }

  return {
    add(slug, listener) {
      listeners.set(listener, slug)
      again(0)
      return () => {
        listeners.delete(listener)
      }
    },
    count: () => listeners.size,
    stop() {
      isStopped = true
      clearTimeout(timer)
      listeners.clear()
    }
  }
}
