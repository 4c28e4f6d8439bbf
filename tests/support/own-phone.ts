import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { questionsPath, type Visits } from './visits.ts'

/** What an own phone keeps of one consultation, as only its own browser can open it. */
export type KeptDraft = {
  readonly key: string
  readonly kept: string
  readonly waiting: { readonly body: string } | null
  readonly begunAt: number
}

export type KeptOnPhone = {
  /** Null where there is no key. */
  readonly keyIsExtractable: boolean | null
  readonly sealed: readonly number[][]
  readonly drafts: readonly KeptDraft[]
}

/** Says on the cards page that the phone is one person's alone, and goes on to the questions. */
export async function sayItIsMine(page: Page, { site }: Visits): Promise<void> {
  await page.goto(`${site}/en/getting-help/16_17`)
  await page.locator('label', { has: page.locator('#own-yes') }).click()
  await page.locator('#start').click()
  await page.waitForURL('**/questions')
}

/** The questions on an own phone, once its helper has what it needs without a connection. */
export async function beginOnOwnPhone(visits: Visits): Promise<Page> {
  const page = await visits.open()
  await sayItIsMine(page, visits)
  await helperIsThere(page)
  return page
}

/** Waits until the pages are kept that open without a connection. */
export async function helperIsThere(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await expect
    .poll(() => page.evaluate(async () => (await caches.match(location.href)) !== undefined))
    .toBe(true)
}

/** Waits until the phone keeps an answer, or whatever else is to be found in what it keeps. */
export async function keeps(page: Page, what: string): Promise<void> {
  await expect.poll(async () => JSON.stringify((await keptOn(page)).drafts)).toContain(what)
}

/** Closes the tab, and with it all that the tab kept. */
export async function reopen(page: Page, path: string = questionsPath('en')): Promise<Page> {
  const context = page.context()
  const { origin } = new URL(page.url())
  await page.close()
  const again = await context.newPage()
  await again.goto(origin + path)
  return again
}

/** The browser of the tests does not tell a page that was loaded without a connection that there is one again. */
export async function reconnect(page: Page): Promise<void> {
  await page.context().setOffline(false)
  await page.evaluate(() => dispatchEvent(new Event('online')))
}

/** What lies in the storage of an own phone, and its drafts, opened with the key that lies beside them. */
export function keptOn(page: Page): Promise<KeptOnPhone> {
  return page.evaluate(async () => {
    const nothing = { keyIsExtractable: null, sealed: [], drafts: [] }
    const isThere = (await indexedDB.databases()).some(({ name }) => name === 'earshot')
    const all = await new Promise<unknown[]>(resolve => {
      if (!isThere) return resolve([])
      const opening = indexedDB.open('earshot')
      opening.onerror = () => resolve([])
      // Deleted meanwhile: looking must not make it anew.
      opening.onupgradeneeded = () => opening.transaction?.abort()
      opening.onsuccess = () => {
        const reading = opening.result.transaction('own').objectStore('own').getAll()
        reading.onsuccess = () => resolve(reading.result)
        opening.result.close()
      }
    })
    const key = all.find(each => each instanceof CryptoKey)
    if (!(key instanceof CryptoKey)) return nothing
    const sealed = all.filter(each => each !== key) as { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer }[]
    const drafts = sealed.map(async ({ iv, data }): Promise<KeptDraft> => {
      const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, data)
      return JSON.parse(new TextDecoder().decode(bytes))
    })
    return {
      keyIsExtractable: key.extractable,
      sealed: sealed.map(({ data }) => [...new Uint8Array(data)]),
      drafts: await Promise.all(drafts)
    }
  })
}
