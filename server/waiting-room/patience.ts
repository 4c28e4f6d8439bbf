/** At one round a second, about four minutes. */
const longestPause = 256

/** When what went wrong is tried again: after one round, then two, four, eight …, so that neither work nor log is flooded. */
export type Patience = {
  /** Asked once a round. */
  mayTry(name: string): boolean
  failed(name: string): void
  succeeded(name: string): void
}

/** Counted in rounds and not by the clock, which may be set back. */
export function patience(): Patience {
  const pauses = new Map<string, { readonly length: number; left: number }>()
  return {
    mayTry(name) {
      const pause = pauses.get(name)
      if (pause === undefined || pause.left === 0) return true
      pause.left -= 1
      return false
    },
    failed(name) {
      const length = Math.min(2 * (pauses.get(name)?.length ?? 0.5), longestPause)
      pauses.set(name, { length, left: length })
    },
    succeeded(name) {
      pauses.delete(name)
    }
  }
}
