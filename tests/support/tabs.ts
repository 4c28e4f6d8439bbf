import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** Some tabs of one browser, each with a memory of its own, that work at the same time. */
export type Tabs = {
  /** Does something in the next tab that is free. */
  use<T>(work: (page: Page) => Promise<T>): Promise<T>
}

export async function openTabs(browser: Browser, options: BrowserContextOptions, count = 3): Promise<Tabs> {
  const free = await Promise.all(
    Array.from({ length: count }, async () => (await browser.newContext(options)).newPage())
  )
  const waiting: ((page: Page) => void)[] = []
  return {
    async use(work) {
      const page = free.pop() ?? (await new Promise<Page>(resolve => waiting.push(resolve)))
      try {
        return await work(page)
      } finally {
        const next = waiting.shift()
        if (next === undefined) free.push(page)
        else next(page)
      }
    }
  }
}
