import { dropDraft, findDrafts, sendWaiting, wipeDrafts } from './draft.ts'
import { place } from './place.ts'

/**
 * The helper of an own phone: opens the questions without a connection, sends what waits once there is one, and wipes
 * everything when it was sent, when the site is left, or after a day.
 */
type Extendable = Event & { waitUntil(work: Promise<unknown>): void }
type Fetching = Extendable & { readonly request: Request; respondWith(answer: Promise<Response>): void }
type Helper = {
  readonly clients: {
    claim(): Promise<void>
    matchAll(): Promise<readonly { postMessage(message: unknown): void }[]>
  }
  readonly registration: ServiceWorkerRegistration
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate' | 'sync', does: (event: Extendable) => void): void
  addEventListener(type: 'fetch', does: (event: Fetching) => void): void
  addEventListener(type: 'message', does: (event: Extendable & { readonly data: unknown }) => void): void
}
declare const self: Helper

self.addEventListener('install', event => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))
self.addEventListener('sync', event => event.waitUntil(sendAll()))

self.addEventListener('message', event => {
  const { data } = event
  event.waitUntil(data === 'wipe' ? wipe() : keepPages(Array.isArray(data) ? data.map(String) : []))
})

self.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (pathname.startsWith('/assets/')) event.respondWith(fromHere(request))
  else if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(() => fromHere(request)))
    event.waitUntil(giveUpOld())
  }
})

/** The page as it was kept, else from the network. */
async function fromHere(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
}

async function keepPages(paths: readonly string[]): Promise<void> {
  const cache = await caches.open(place)
  // One page that does not come must not keep the others away.
  await Promise.all(paths.map(path => cache.add(path).catch(() => undefined)))
}

/** Sends what waits, and tells the pages that are open: they show thanks and forget. */
async function sendAll(): Promise<void> {
  for (const { key, waiting } of await findDrafts()) {
    if (waiting === null) continue
    // The browser wakes us again when this fails.
    if (!(await sendWaiting(waiting))) throw new Error('not taken yet')
    for (const client of await self.clients.matchAll()) client.postMessage(key)
    await dropDraft(key)
  }
}

/** What nobody came back for within a day goes. */
async function giveUpOld(): Promise<void> {
  if ((await findDrafts().catch(() => [])).length === 0) await wipe()
}

async function wipe(): Promise<void> {
  await Promise.all([wipeDrafts(), self.registration.unregister()])
}
