import { place } from './place.ts'

/** What an own phone keeps of one consultation: the answers as the tab has them, and what waits to be sent. */
export type Draft = {
  /** Consultation and version, as in `ScriptData.key`. */
  readonly key: string
  /** Path of the questions, to go on there. */
  readonly path: string
  /** What `keep.ts` keeps in the tab. */
  readonly kept: string
  readonly waiting: Waiting | null
  /** When it was begun, in milliseconds since 1970: it is given up a day later. */
  readonly begunAt: number
}
/** A sending that did not get through. */
export type Waiting = { readonly action: string; readonly body: string; readonly thanks: string }

const store = 'own'
const keyName = 'key'
const longest = 24 * 60 * 60 * 1000

/** The drafts of this device that are not older than a day. Looking for them leaves nothing behind. */
export async function findDrafts(): Promise<Draft[]> {
  const database = await open(false).catch(() => undefined)
  if (database === undefined) return []
  try {
    const [key, all] = await Promise.all([
      ask<CryptoKey | undefined>(database, 'readonly', own => own.get(keyName)),
      ask<unknown[]>(database, 'readonly', own => own.getAll())
    ])
    if (key === undefined) return []
    const drafts = await Promise.all(all.filter(isSealed).map(sealed => opened(sealed, key)))
    return drafts.filter(({ begunAt }) => Date.now() - begunAt < longest)
  } finally {
    database.close()
  }
}

/** Keeps a draft, encrypted with a key that no script can read and that never leaves this browser. */
export async function keepDraft(draft: Draft): Promise<void> {
  const database = await open(true)
  try {
    const key =
      (await ask<CryptoKey | undefined>(database, 'readonly', own => own.get(keyName))) ??
      (await newKey(database))
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const bytes = new TextEncoder().encode(JSON.stringify(draft))
    const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes)
    await ask(database, 'readwrite', own => own.put({ iv, data }, draft.key))
  } finally {
    database.close()
  }
}

/** Forgets the draft of one consultation, and everything else once no draft is left. */
export async function dropDraft(key: string): Promise<void> {
  const database = await open(false).catch(() => undefined)
  await (database && ask(database, 'readwrite', own => own.delete(key)))
  database?.close()
  if ((await findDrafts()).length === 0) await wipeDrafts()
}

/** Forgets drafts, key, pages and helper. */
export async function wipeDrafts(): Promise<void> {
  const registrations = await navigator.serviceWorker?.getRegistrations()
  await Promise.all([
    caches.delete(place),
    new Promise<void>(resolve => {
      const deleting = indexedDB.deleteDatabase(place)
      deleting.onsuccess = deleting.onerror = deleting.onblocked = () => resolve()
    }),
    ...(registrations ?? []).map(each => each.unregister())
  ])
}

/** Sends what waits. @returns whether the server has it now; rejects where the network is away */
export async function sendWaiting({ action, body, thanks }: Waiting): Promise<boolean> {
  const response = await post(action, body)
  return response.ok && new URL(response.url).pathname === thanks
}

const patience = 30_000

/** Posts a form; a connection that says nothing for half a minute counts as away. */
export function post(action: string, body: string): Promise<Response> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patience)
  return fetch(action, {
    method: 'POST',
    body: new URLSearchParams(body),
    credentials: 'omit',
    cache: 'no-store',
    signal: stop.signal
  }).finally(() => clearTimeout(timer))
}

type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly data: ArrayBuffer }

function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && 'iv' in value
}

async function opened({ iv, data }: Sealed, key: CryptoKey): Promise<Draft> {
  const draft: Draft = JSON.parse(
    new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, data))
  )
  return draft
}

async function newKey(database: IDBDatabase): Promise<CryptoKey> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  await ask(database, 'readwrite', own => own.put(key, keyName))
  return key
}

/** @param make whether one is made where there is none */
function open(make: boolean): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(place, 1)
    opening.onupgradeneeded = () => {
      if (make) opening.result.createObjectStore(store)
      else opening.transaction?.abort()
    }
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      // Whoever wipes does not wait for us.
      opening.result.onversionchange = () => opening.result.close()
      resolve(opening.result)
    }
  })
}

function ask<T>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  question: (own: IDBObjectStore) => IDBRequest
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode)
    const request = question(transaction.objectStore(store))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = transaction.onerror = () => reject(transaction.error)
  })
}
