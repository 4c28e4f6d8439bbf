import { dropDraft, findDrafts, keepDraft, type Draft, type Waiting } from './draft.ts'

// What the pages do on a phone that is only one person's: keep, go on, send later, forget.
export { findDrafts, sendWaiting, wipeDrafts } from './draft.ts'

let begun = false
let isGone = false
let last: Promise<unknown> = Promise.resolve()
let before: Pick<Draft, 'begunAt' | 'waiting'> | undefined

/** Has a helper keep some pages, so that they open without a connection; where it cannot, the next call tries again. */
export async function begin(worker: string, paths: readonly string[]): Promise<void> {
  if (begun || isGone) return
  begun = true
  try {
    await navigator.serviceWorker.register(worker)
    const { active } = await navigator.serviceWorker.ready
    active?.postMessage(paths)
  } catch {
    begun = false
  }
}

/**
 * Keeps the answers as they stand, one version after the other.
 *
 * @param waiting what is to be sent; null takes that back; left out, what waits already goes on waiting
 * @returns whether they are kept
 */
export function keep(kept: Omit<Draft, 'begunAt' | 'waiting'>, waiting?: Waiting | null): Promise<boolean> {
  const next = last.then(async () => {
    if (isGone) return false
    before ??= (await findDrafts()).find(({ key }) => key === kept.key) ?? {
      begunAt: Date.now(),
      waiting: null
    }
    before = { begunAt: before.begunAt, waiting: waiting === undefined ? before.waiting : waiting }
    await keepDraft({ ...kept, ...before })
    return true
  })
  if (waiting) void askForSync().catch(() => undefined)
  const outcome = next.catch(() => false)
  last = outcome
  return outcome
}

/** Forgets the answers of a consultation once they were sent. */
export async function drop(key: string): Promise<void> {
  isGone = true
  await last
  await dropDraft(key)
}

/** Browsers that can wake the helper once there is a connection send even when this page is closed. */
async function askForSync(): Promise<void> {
  const registration: ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } } =
    await navigator.serviceWorker.ready
  await registration.sync?.register('send')
}
