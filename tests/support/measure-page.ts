import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import type { Edges } from './in-page/edges.ts'
import type * as inPage from './in-page/index.ts'

export type { Edges, Span } from './in-page/edges.ts'

/** A measurement of `in-page/`, which says in words what is wrong. */
export type Measurement = keyof typeof inPage.measurements

type Window = { readonly inPage?: typeof inPage }

/**
 * What some measurements find on the page as it is now.
 *
 * @param style what the reader's own style sheet says
 */
export async function measure(page: Page, wanted: readonly Measurement[], style = ''): Promise<string[]> {
  return brought(page, () =>
    page.evaluate(
      ([names, text]) => {
        const { inPage } = window as unknown as Window
        if (inPage === undefined) return undefined
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(text)
        // Taken up by the debugger: the page itself may take up no style but its own.
        document.adoptedStyleSheets = [sheet]
        inPage.settle()
        return names.flatMap(name => inPage.measurements[name]())
      },
      [wanted, style] as const
    )
  )
}

/** Opens what can be opened, and leaves few of the rows that are alike; see `in-page/settle.ts`. */
export async function openAndShorten(page: Page): Promise<void> {
  await brought(page, () =>
    page.evaluate(() => {
      const { inPage } = window as unknown as Window
      inPage?.openAndShorten()
      return inPage && true
    })
  )
}

/** Where every box of the page stands, counted from the side at which its lines begin. */
export async function edgesOf(page: Page): Promise<Edges[]> {
  return brought(page, () =>
    page.evaluate(() => {
      const { inPage } = window as unknown as Window
      inPage?.settle()
      return inPage?.edges()
    })
  )
}

/** Does something with `in-page/`; undefined says that it has yet to be put into this document. */
async function brought<T>(page: Page, work: () => Promise<T | undefined>): Promise<T> {
  const done = await work()
  if (done !== undefined) return done
  source ??= bundle()
  // Evaluated by the debugger, which no Content-Security-Policy of the page holds up.
  await page.evaluate(await source)
  return brought(page, work)
}

let source: Promise<string> | undefined

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./in-page/index.ts', import.meta.url))],
    bundle: true,
    format: 'iife',
    globalName: 'inPage',
    footer: { js: 'window.inPage = inPage' },
    write: false
  })
  return outputFiles[0]?.text ?? ''
}
