/**
 * Does pieces of work one after the other, and lets everything else that waits have its turn between two of them: a
 * page that takes half a second must not make somebody who sends answers wait for fifty of them.
 */
export function inTurn(): <T>(work: () => T | Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const next = last.then(() => new Promise<void>(resolve => setImmediate(resolve))).then(work)
    last = next.catch(() => undefined)
    return next
  }
}
