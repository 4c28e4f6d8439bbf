import type { Page } from 'playwright-core'

/**
 * Puts another document of the same site in the place of the one that is open: fetched from the server, under the same
 * policy, but that no script of its own runs. What was brought into the tab stays there, axe above all, which takes
 * longer to start than to run.
 */
export async function takeUp(page: Page, url: string): Promise<void> {
  if (!page.url().startsWith(new URL(url).origin)) {
    await page.goto(url)
    return
  }
  await page.evaluate(async address => {
    const html = await (await fetch(address)).text()
    const { documentElement } = new DOMParser().parseFromString(html, 'text/html')
    document.replaceChild(documentElement, document.documentElement)
    scrollTo(0, 0)
  }, url)
}
