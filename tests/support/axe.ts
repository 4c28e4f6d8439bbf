import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** All rules of axe, all but those about colours, or the one about colours alone. */
export type Rules = 'all' | 'butColours' | 'colours'

/** What axe finds against WCAG 2.2 AA, the size of targets included. */
export async function violations(page: Page, rules: Rules = 'all'): Promise<string[]> {
  // Evaluated by the debugger, which no Content-Security-Policy of the page holds up.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async wanted => {
    type Axe = {
      run(
        context: Document,
        options: object
      ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
    }
    const here = window as unknown as { axe: Axe; running: ReturnType<Axe['run']> }
    // Held by the page: a promise that only the debugger knows may be collected before it is kept.
    here.running = here.axe.run(document, {
      resultTypes: ['violations'],
      // All styles stand in the page: there is nothing to fetch.
      preload: false,
      ...(wanted === 'colours'
        ? { runOnly: ['color-contrast'] }
        : {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
            rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled: wanted === 'all' } }
          })
    })
    const found = await here.running
    return found.violations.map(
      each =>
        `${each.id}: ${each.nodes
          .slice(0, 3)
          .map(node => node.html)
          .join(' ')}`
    )
  }, rules)
}
