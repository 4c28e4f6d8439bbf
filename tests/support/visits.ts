import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { addresses } from '#views'
import { translator, type Language } from '#locales'
import type { AgeBand, Answers } from '#surveys'
import type { OpenedConsultation } from '../../server/consultations/find.ts'
import { openBrowser, phone } from './browser.ts'
import { openConsultation, openHouse, type Fitting, type House, type Wanted } from './house.ts'
import { answersTo } from './waiting.ts'

/** A server that listens, a consultation, a browser: what a story in the browser begins with. */
export type Visits = {
  readonly house: House
  readonly browser: Browser
  readonly site: string
  readonly consultation: OpenedConsultation
  /** A page on a phone of its own, before it goes anywhere. */
  open(options?: BrowserContextOptions): Promise<Page>
  /** Opens a page on a phone of its own. */
  visit(path: string, options?: BrowserContextOptions): Promise<Page>
  /** Closes the phones of the last story, none of which may have got a cookie or asked anybody else for anything. */
  tidy(): Promise<void>
  stored(): Promise<{ language: Language; answers: Answers }[]>
  close(): Promise<void>
}

export async function openVisits(wanted: Wanted = {}, fitting: Fitting = {}): Promise<Visits> {
  const [house, browser] = await Promise.all([openHouse(fitting), openBrowser()])
  const consultation = await openConsultation(house, wanted)
  const site = await house.app.listen({ host: '127.0.0.1', port: 0 })
  const contexts: BrowserContext[] = []
  const foreign: string[] = []
  const openPage = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ ...phone, ...options })
    contexts.push(context)
    context.on('request', request => {
      if (!request.url().startsWith(site)) foreign.push(request.url())
    })
    return context.newPage()
  }
  return {
    house,
    browser,
    site,
    consultation,
    open: openPage,
    visit: async (path, options) => {
      const page = await openPage(options)
      await page.goto(site + path)
      return page
    },
    tidy: async () => {
      const cookies = await Promise.all(contexts.map(context => context.cookies()))
      await Promise.all(contexts.splice(0).map(context => context.close()))
      expect({ foreign: foreign.splice(0), cookies: cookies.flat() }).toEqual({ foreign: [], cookies: [] })
    },
    stored: () => answersTo(house, consultation),
    close: async () => {
      await browser.close()
      await house.close()
    }
  }
}

export function questionsPath(language: Language, band: AgeBand = '16_17', slug = 'getting-help'): string {
  return addresses.questionnaire(language, slug, band)
}

/** What a story does on a page, in the words of one language. */
export function handsOn({ consultation }: Visits, language: Language) {
  const t = translator(language)
  /** Options in the words of the questionnaire, so that a story reads the page as a person does. */
  const words = (question: string, code: string): string => {
    const item = consultation.version.questionnaire.sections
      .flatMap(section => section.items)
      .find(({ id }) => id === question)
    const option =
      item !== undefined && 'options' in item ? item.options.find(each => each.code === code) : undefined
    return option?.text.standard[language] ?? ''
  }
  return {
    t,
    words,
    choose: (page: Page, question: string, code: string) =>
      page
        .locator('fieldset', { has: page.locator(`[name="q.${question}"]`) })
        .getByText(words(question, code), { exact: true })
        .click(),
    goOn: (page: Page) => page.locator('#continue').click(),
    skip: (page: Page) => page.locator('#skip').click(),
    skipToReview: async (page: Page) => {
      while ((await page.locator('#review:visible').count()) === 0) await page.locator('#skip').click()
    },
    heading: (page: Page) => page.locator('fieldset:visible legend, #review:visible h2').first().innerText(),
    send: (page: Page) => page.locator('#send').click()
  }
}

/** Everything a browser may keep of a site: names of what is there, in each place. */
export function leftOn(page: Page): Promise<string[]> {
  return page.evaluate(async () => [
    ...Object.keys(sessionStorage).map(name => `session ${name}`),
    ...Object.keys(localStorage).map(name => `local ${name}`),
    ...(document.cookie === '' ? [] : [`cookie ${document.cookie}`]),
    ...(await indexedDB.databases()).map(({ name }) => `database ${name}`),
    ...(await caches.keys()).map(name => `cache ${name}`),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `worker ${scope}`)
  ])
}
