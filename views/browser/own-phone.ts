import { findDraft, keepDraft, sendWaiting, wipeDraft, type Draft, type Waiting } from './draft.ts'

type Kept = Omit<Draft, 'begunAt' | 'waiting'>

/** What the pages do on a phone that is only one person's: keep, go on, send later, forget. */
export type OwnPhone = {
  /** Has a helper keep some pages, so that they open without a connection. */
  begin(worker: string, paths: readonly string[]): Promise<void>
  findDraft(): Promise<Draft | undefined>
  /** Keeps the answers as they stand. @param waiting what is to be sent; what waits already stays where it is left out */
  keep(kept: Kept, waiting?: Waiting | null): Promise<void>
  sendWaiting(): Promise<string | undefined>
  /** Forgets everything on this device, the helper too. */
  wipe(): Promise<void>
}

export { findDraft, sendWaiting }

let begun = false
let wiped = false
let last: Promise<unknown> = Promise.resolve()
let before: Pick<Draft, 'begunAt' | 'waiting'> | undefined

export async function begin(worker: string, paths: readonly string[]): Promise<void> {
  if (begun || wiped) return
  begun = true
  await navigator.serviceWorker.register(worker)
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage(paths)
}

export async function keep(kept: Kept, waiting?: Waiting | null): Promise<void> {
  const next = last.then(async () => {
    if (wiped) return
    before ??= (await draftOf(kept.key)) ?? { begunAt: Date.now(), waiting: null }
    before = { begunAt: before.begunAt, waiting: waiting === undefined ? before.waiting : waiting }
    await keepDraft({ ...kept, ...before })
    if (waiting) await askForSync()
  })
  // One version after the other, whatever becomes of each.
  last = next.catch(() => undefined)
  await last
}

export async function wipe(): Promise<void> {
  wiped = true
  await last
  const registrations = await navigator.serviceWorker.getRegistrations()
  await Promise.all([wipeDraft(), ...registrations.map(each => each.unregister())])
}

/** One consultation's draft makes room for the next. */
async function draftOf(key: string): Promise<Draft | undefined> {
  const draft = await findDraft()
  return draft?.key === key ? draft : undefined
}

/** Browsers that can wake the helper once there is a connection send even when this page is closed. */
async function askForSync(): Promise<void> {
  const registration: ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } } =
    await navigator.serviceWorker.ready
  await registration.sync?.register('send')
}
