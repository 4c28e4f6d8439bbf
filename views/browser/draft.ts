/** What an own phone keeps: the answers as the tab has them, and what waits to be sent. */
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

const name = 'earshot'
const store = 'own'
const longest = 24 * 60 * 60 * 1000

/** The draft of this device; undefined where there is none, or where it is older than a day. */
export async function findDraft(): Promise<Draft | undefined> {
  const database = await open(false).catch(() => undefined)
  if (database === undefined) return undefined
  try {
    const [key, sealed] = await Promise.all([
      ask<CryptoKey | undefined>(database, 'readonly', own => own.get('key')),
      ask<Sealed | undefined>(database, 'readonly', own => own.get('draft'))
    ])
    if (key === undefined || sealed === undefined) return undefined
    const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, key, sealed.data)
    const draft: Draft = JSON.parse(new TextDecoder().decode(bytes))
    return Date.now() - draft.begunAt < longest ? draft : undefined
  } finally {
    database.close()
  }
}

/** Keeps the draft, encrypted with a key that no script can read and that never leaves this browser. */
export async function keepDraft(draft: Draft): Promise<void> {
  const database = await open(true)
  try {
    const key =
      (await ask<CryptoKey | undefined>(database, 'readonly', own => own.get('key'))) ??
      (await newKey(database))
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const data = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv },
      key,
      new TextEncoder().encode(JSON.stringify(draft))
    )
    const sealed: Sealed = { iv, data }
    await ask(database, 'readwrite', own => own.put(sealed, 'draft'))
  } finally {
    database.close()
  }
}

/** Forgets draft, key and pages. */
export async function wipeDraft(): Promise<void> {
  await Promise.all([
    caches.delete(name),
    new Promise<void>(resolve => {
      const deleting = indexedDB.deleteDatabase(name)
      deleting.onsuccess = deleting.onerror = deleting.onblocked = () => resolve()
    })
  ])
}

/** Sends what waits. @returns where to go when the server has it; undefined where it still waits, or never will go */
export async function sendWaiting(): Promise<string | undefined> {
  const draft = await findDraft()
  if (!draft?.waiting) return undefined
  const { action, body, thanks } = draft.waiting
  const response = await fetch(action, {
    method: 'POST',
    body: new URLSearchParams(body),
    credentials: 'omit',
    cache: 'no-store'
  })
  return response.ok && new URL(response.url).pathname === thanks ? thanks : undefined
}

type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly data: ArrayBuffer }

async function newKey(database: IDBDatabase): Promise<CryptoKey> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  await ask(database, 'readwrite', own => own.put(key, 'key'))
  return key
}

/** @param make whether one is made where there is none; looking for a draft leaves nothing behind */
function open(make: boolean): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 1)
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
