/** What waits takes several turns of the event loop, such as questions to the database: time for them between two pieces. */
const pauseMs = 50

/**
 * Does pieces of work one after the other, with a pause between them: a page that takes a second must not make somebody
 * who sends answers wait for ten of them.
 */
export function inTurn(): <T>(work: () => T | Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const next = last.then(work)
    last = next.catch(() => undefined).then(() => new Promise(resolve => setTimeout(resolve, pauseMs)))
    return next
  }
}
