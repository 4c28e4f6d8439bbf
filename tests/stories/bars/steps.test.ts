import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages, type Language } from '#locales'
import { openBrowser, phone as cheapPhone } from '../../support/browser.ts'
import {
  serveExamples,
  servedPages,
  type ExampleServer,
  type ServedPage
} from '../../support/example-server.ts'
import { dark, findings, forcedColours, paper, phone, smallWindow, type Look } from '../../support/looks.ts'
import { answerInHaste, openAfresh } from '../../support/haste.ts'
import { openTabs, type Tabs } from '../../support/tabs.ts'

let server: ExampleServer
let browser: Browser
let tabs: Tabs

beforeAll(async () => {
  ;[server, browser] = await Promise.all([serveExamples(), openBrowser()])
  tabs = await openTabs(browser, smallWindow)
})
afterAll(async () => {
  await browser.close()
  await server.close()
})

const scripted = servedPages.filter(page => page.scripted)
const page = (name: string) => (language: string) =>
  scripted.filter(each => each.name === name && each.language === language)

/** One of each direction. */
const isEither = (language: Language): boolean => language === 'en' || language === 'ar'

/** Scripts set the same elements in every language: axe, which is slow, looks at them in one of each direction. */
function looksIn(language: Language): readonly Look[] {
  return isEither(language) ? [phone, dark] : [{ ...phone, axe: undefined }]
}

describe.concurrent('every page that has a script', () => {
  it.each(scripted)(
    'holds the bars as the script leaves it: $name, in $language',
    async ({ path, language }) => {
      const found = await tabs.use(async tab => {
        await openAfresh(tab, server.url + path)
        return findings(tab, [...looksIn(language), ...(isEither(language) ? [forcedColours] : []), paper])
      })
      expect(found).toEqual([])
    }
  )
})

describe.concurrent('a page whose script is long on its way', () => {
  const english = scripted.filter(({ language }) => language === 'en')

  it.each(english)('moves nothing that is seen once it is there: $name', async ({ path }) => {
    const context = await browser.newContext(cheapPhone)
    const tab = await context.newPage()
    await tab.addInitScript(() => {
      const shifts: number[] = []
      Object.assign(window, { shifts })
      new PerformanceObserver(list => {
        for (const entry of list.getEntries())
          shifts.push((entry as PerformanceEntry & { value: number }).value)
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await tab.route('**/assets/**', async route => {
      // Long enough for the page to be painted without it.
      await new Promise(resolve => setTimeout(resolve, 500))
      await route.continue()
    })
    await tab.goto(server.url + path)
    // Two frames, and the observer is told of them.
    const shifts = await tab.evaluate(
      () =>
        new Promise<readonly number[]>(resolve =>
          requestAnimationFrame(() =>
            setTimeout(() => resolve((window as unknown as { shifts: number[] }).shifts), 100)
          )
        )
    )
    await context.close()
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThanOrEqual(0.02)
  })
})

describe.concurrent('every step of the questions', () => {
  it.each(languages.flatMap(page('questionnaire')))(
    'holds the bars, answered in haste: in $language',
    answered
  )

  it.each(languages.flatMap(page('questionnaire with long texts')))(
    'holds the bars with the longest texts: in $language',
    answered
  )
})

async function answered({ path, language }: ServedPage): Promise<void> {
  const found = await tabs.use(async tab => {
    const all: string[] = []
    const look = async (state: string) => {
      const here = await findings(tab, looksIn(language))
      all.push(...here.map(each => `${state}: ${each}`))
    }
    await openAfresh(tab, server.url + path)
    await answerInHaste(tab, look)
    await tab.context().setOffline(true)
    await tab.locator('#send').click()
    await tab.locator('#not-sent h2').waitFor()
    await look('not sent')
    await tab.context().setOffline(false)
    return all
  })
  expect(found).toEqual([])
}
