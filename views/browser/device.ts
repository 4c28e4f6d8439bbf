import type { Draft, Waiting } from './draft.ts'
import { place } from './place.ts'
import { later, scriptPaths } from './later.ts'
import type * as OwnPhone from './own-phone.ts'
import type { Page } from './page.ts'

/** Under this name a tab remembers what its reader said: this phone is only mine, `yes`, or it is not, `no`. */
export const ownSign = 'own'
const worker = '/worker.js'

/** Where answers are kept beyond this tab; on a phone that others use too, nowhere. */
export type Device = {
  readonly isOwn: boolean
  /** What waits to be sent since an earlier visit. */
  readonly waiting: Waiting | null
  /**
   * Keeps what the tab keeps.
   *
   * @param waiting what the device shall send once it can; null takes that back
   * @returns whether it is kept
   */
  keep(waiting?: Waiting | null): Promise<boolean>
  /** Forgets what was sent. */
  drop(): Promise<void>
}

const shared: Device = {
  isOwn: false,
  waiting: null,
  keep: async () => false,
  drop: async () => undefined
}

/** Brings the draft of an own phone back into this tab, and keeps it up to date from then on. */
export async function deviceOf({ data: { key, path, ownWords } }: Page): Promise<Device> {
  try {
    if (!(await isOwn())) return shared
    const own = await later<typeof OwnPhone>('ownPhone')
    const draft = (await own.findDrafts()).find(each => each.key === key)
    if (draft !== undefined && sessionStorage.getItem(key) === null) sessionStorage.setItem(key, draft.kept)
    sessionStorage.setItem(ownSign, 'yes')
    const { lists = {} } = ownWords ?? {}
    const spoken = [document.documentElement.lang.slice(0, 2), 'en'].flatMap(
      language => lists[language] ?? []
    )
    const paths = [path, ...scriptPaths(), ...spoken]
    return {
      isOwn: true,
      waiting: draft?.waiting ?? null,
      keep: async waiting => {
        const kept = sessionStorage.getItem(key)
        if (kept === null) return false
        const isKept = await own.keep({ key, path, kept }, waiting)
        void own.begin(worker, paths)
        return isKept
      },
      drop: () => own.drop(key)
    }
  } catch {
    return shared
  }
}

/**
 * On a page that asks nothing: sends what an own phone has waiting.
 *
 * @returns the draft of a consultation that can be gone on with
 */
export async function findOwnDraft(slug: string | undefined): Promise<Draft | undefined> {
  if (!(await isOwn())) return undefined
  const own = await later<typeof OwnPhone>('ownPhone')
  const ofThis = ({ key }: Draft) => key.split('/')[0] === slug
  for (const draft of await own.findDrafts()) {
    if (draft.waiting === null || !(await own.sendWaiting(draft.waiting).catch(() => false))) continue
    sessionStorage.removeItem(draft.key)
    await own.drop(draft.key)
    if (ofThis(draft)) location.replace(draft.waiting.thanks)
  }
  const drafts = await own.findDrafts()
  // Nobody came back for it within a day, and there was no helper to give it up.
  if (drafts.length === 0) await own.wipeDrafts()
  return drafts.find(ofThis)
}

/** Whether this browser can keep something safely: not without https, nor in some private windows. */
export function mayKeep(): boolean {
  return 'serviceWorker' in navigator && 'indexedDB' in self && isSecureContext
}

/** Whether answers are kept beyond this tab: as its reader said, else as it was before. */
export async function isOwn(): Promise<boolean> {
  const said = sessionStorage.getItem(ownSign)
  if (said !== null || !mayKeep()) return said === 'yes'
  if (navigator.serviceWorker.controller) return true
  return ((await indexedDB.databases?.()) ?? []).some(({ name }) => name === place)
}
