import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { beginOnOwnPhone, reconnect } from '../support/own-phone.ts'
import { handsOn, leftOn, openVisits, questionsPath, type Visits } from '../support/visits.ts'

let visits: Visits

beforeAll(async () => {
  visits = await openVisits()
})
afterEach(() => visits.tidy())
afterAll(() => visits.close())

async function answer(page: Page): Promise<void> {
  const { choose, goOn, skipToReview } = handsOn(visits, 'en')
  await choose(page, 'devices', 'own_phone')
  await goOn(page)
  await skipToReview(page)
}

describe('on a phone that others use too', () => {
  it('nothing is kept but in this tab, and without a connection it says so and keeps the form', async () => {
    const { t, choose, send, goOn, skipToReview } = handsOn(visits, 'en')
    const before = (await visits.stored()).length
    const page = await visits.visit('/en/getting-help/16_17')
    expect(await page.locator('#own-no').isChecked()).toBe(true)
    await page.locator('#start').click()
    await page.waitForURL('**/questions')
    await choose(page, 'devices', 'own_phone')
    expect((await leftOn(page)).every(name => name.startsWith('session getting-help/'))).toBe(true)
    await goOn(page)
    await skipToReview(page)
    await page.context().setOffline(true)
    await send(page)
    await page.locator('#not-sent h2').waitFor()
    expect(await page.locator('#not-sent').innerText()).toContain(t('respond:check.notSentTitle'))
    expect(await page.locator('#answers').innerText()).toContain('phone')
    await page.context().setOffline(false)
    await page.locator('#send').dblclick()
    await page.waitForURL('**/thanks')
    expect(await visits.stored()).toHaveLength(before + 1)
    expect(await leftOn(page)).toEqual([])
  })

  it('a copy of the tab sends the same answers, which are stored once', async () => {
    const { send } = handsOn(visits, 'en')
    const before = (await visits.stored()).length
    const page = await visits.visit(questionsPath('en'))
    await answer(page)
    const [copy] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate(() => void window.open(location.href))
    ])
    await copy.locator('#review:visible').waitFor()
    await send(page)
    await page.waitForURL('**/thanks')
    await send(copy)
    await copy.waitForURL('**/thanks')
    expect(await visits.stored()).toHaveLength(before + 1)
  })

  it('answers can be given where the browser keeps nothing at all', async () => {
    const before = (await visits.stored()).length
    const page = await visits.open()
    await page.addInitScript(() => {
      for (const name of ['sessionStorage', 'localStorage', 'indexedDB', 'caches'])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('denied', 'SecurityError')
          }
        })
    })
    await page.goto(visits.site + questionsPath('en'))
    await answer(page)
    await handsOn(visits, 'en').send(page)
    await page.waitForURL('**/thanks')
    expect(await visits.stored()).toHaveLength(before + 1)
  })
})

describe('where a network shows pages of its own instead of ours', () => {
  const portal = `<!DOCTYPE html><title>FreeWifi</title><main class="lead"><h1>Welcome to FreeWifi</h1>
    <p class="lead">Log in with your name, FreeWifi is for members</p></main>`

  /** Answers every sending of this page as such a network does. */
  const stepBetween = (page: Page, status: number) =>
    page.route('**/en/getting-help', route =>
      route.request().method() === 'POST'
        ? route.fulfill({ status, contentType: 'text/html', body: portal })
        : route.fallback()
    )

  it.each([200, 401, 502, 511])(
    'none of its words are shown, and nothing is said to be sent (%i)',
    async status => {
      const { t, send } = handsOn(visits, 'en')
      const before = (await visits.stored()).length
      const page = await visits.visit(questionsPath('en'))
      await answer(page)
      await stepBetween(page, status)
      await send(page)
      await page.locator('#not-sent h2').waitFor()
      const text = await page.locator('body').innerText()
      expect(text).toContain(t('respond:check.notSentTitle'))
      expect(text).not.toContain('FreeWifi')
      expect(text).not.toContain(t('respond:thanks.sent'))
      expect(await page.title()).not.toContain('FreeWifi')
      expect(await visits.stored()).toHaveLength(before)
      await page.unroute('**/en/getting-help')
      await send(page)
      await page.waitForURL('**/thanks')
      expect(await visits.stored()).toHaveLength(before + 1)
    }
  )

  it('an own phone waits, and sends once the network is what it should be', async () => {
    const { send } = handsOn(visits, 'en')
    const before = (await visits.stored()).length
    const page = await beginOnOwnPhone(visits)
    await answer(page)
    await stepBetween(page, 200)
    const shown: string[] = []
    await page.exposeFunction('shown', (text: string) => void shown.push(text))
    await page.evaluate(() => {
      const { shown: tell } = window as unknown as { shown(text: string): void }
      const notSent = document.getElementById('not-sent')!
      new MutationObserver(() => tell(notSent.innerText)).observe(notSent, { childList: true, subtree: true })
    })
    await send(page)
    // The helper, whose requests the network of this test lets pass, may have sent them already.
    await Promise.race([page.locator('#not-sent h2').waitFor(), page.waitForURL('**/thanks')])
    await page.unroute('**/en/getting-help')
    if (!page.url().endsWith('/thanks')) await reconnect(page).catch(() => undefined)
    await page.waitForURL('**/thanks')
    expect(shown.join()).not.toContain('FreeWifi')
    expect(await visits.stored()).toHaveLength(before + 1)
    await expect.poll(() => leftOn(page)).toEqual([])
  })
})
