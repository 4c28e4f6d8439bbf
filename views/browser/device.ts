import type { Draft, Waiting } from './draft.ts'
import { later, scriptPaths } from './later.ts'
import type { OwnPhone } from './own-phone.ts'
import type { Page } from './page.ts'

/** Under this name a tab remembers that its reader said: this phone is only mine. */
export const ownSign = 'own'
const worker = '/worker.js'

/** Where answers are kept beyond this tab; on a phone that others use too, nowhere. */
export type Device = {
  readonly isOwn: boolean
  /** Keeps what the tab keeps. @param waiting what the device shall send once it can; null takes that back */
  keep(waiting?: Waiting | null): void
  wipe(): Promise<void>
}

const shared: Device = { isOwn: false, keep: () => undefined, wipe: async () => undefined }

/** Brings the draft of an own phone back into this tab, and keeps it up to date from then on. */
export async function deviceOf({ data: { key } }: Page): Promise<Device> {
  try {
    if (sessionStorage.getItem(ownSign) !== 'yes' && !isHelped()) return shared
    const own = await later<OwnPhone>('ownPhone')
    const draft = await findOwnDraft()
    if (draft?.key === key && sessionStorage.getItem(key) === null) sessionStorage.setItem(key, draft.kept)
    sessionStorage.setItem(ownSign, 'yes')
    const { pathname } = location
    return {
      isOwn: true,
      keep: waiting => {
        const kept = sessionStorage.getItem(key)
        if (kept === null) return
        void own.keep({ key, path: pathname, kept }, waiting).then(() => own.begin(worker, [pathname, ...scriptPaths()]))
      },
      wipe: own.wipe
    }
  } catch {
    return shared
  }
}

/** The draft of an own phone; what waits is sent first, and then there is none. */
export async function findOwnDraft(): Promise<Draft | undefined> {
  if (!isHelped()) return undefined
  const own = await later<OwnPhone>('ownPhone')
  const thanks = await own.sendWaiting().catch(() => undefined)
  if (thanks === undefined) return own.findDraft()
  await own.wipe()
  location.replace(thanks)
  return undefined
}

/** Forgets what an own phone keeps. */
export async function forgetOwn(): Promise<void> {
  if (isHelped()) await (await later<OwnPhone>('ownPhone')).wipe()
}

/** Whether this browser can keep something safely: not without https, nor in some private windows. */
export function mayKeep(): boolean {
  return 'serviceWorker' in navigator && 'indexedDB' in self && isSecureContext
}

/** Whether an own phone keeps something here. */
export function isHelped(): boolean {
  return Boolean(navigator.serviceWorker?.controller)
}
