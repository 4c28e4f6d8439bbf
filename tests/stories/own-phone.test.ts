import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { handsOn, leftOn, openVisits, questionsPath, type Visits } from '../support/visits.ts'

let visits: Visits

beforeAll(async () => {
  visits = await openVisits()
})
afterEach(() => visits.tidy())
afterAll(() => visits.close())

/** Says on the cards page that the phone is one person's alone, and goes on to the questions. */
async function beginOnOwnPhone(): Promise<Page> {
  const page = await visits.visit('/en/getting-help/16_17')
  await page.locator('label', { has: page.locator('#own-yes') }).click()
  await page.locator('#start').click()
  await page.waitForURL('**/questions')
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await expect
    .poll(() => page.evaluate(async () => (await caches.match(location.href)) !== undefined))
    .toBe(true)
  return page
}

/** Closes the tab, and with it all that the tab kept. */
async function reopen(page: Page, path: string): Promise<Page> {
  const context: BrowserContext = page.context()
  await page.close()
  const again = await context.newPage()
  await again.goto(visits.site + path)
  return again
}

const draftOf = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>(resolve => {
        const opening = indexedDB.open('earshot')
        opening.onsuccess = () => {
          const reading = opening.result.transaction('own').objectStore('own').getAll()
          reading.onsuccess = () => {
            opening.result.close()
            resolve(
              JSON.stringify(
                reading.result.map(each => [each.data && [...new Uint8Array(each.data)], each.extractable])
              )
            )
          }
        }
      })
  )

describe('on a phone that is only mine', () => {
  it('a closed tab is gone on with where it was, from the landing page too', async () => {
    const { choose, goOn } = handsOn(visits, 'en')
    const page = await beginOnOwnPhone()
    await choose(page, 'devices', 'own_phone')
    await goOn(page)
    await page.locator('input[name="q.hours"][type=text]').fill('7')
    await page.waitForTimeout(500)
    const landing = await reopen(page, '/en/getting-help')
    await landing.locator('#resume a').click()
    await landing.waitForURL('**/questions')
    expect(await landing.locator('fieldset:visible input[name="q.hours"]').first().inputValue()).toBe('7')
    await landing.goBack()
    const again = await reopen(landing, questionsPath('en'))
    expect(await again.locator('fieldset:visible input[name="q.hours"]').first().inputValue()).toBe('7')
  })

  it('what is kept cannot be read from the storage, nor the key be taken away', async () => {
    const page = await beginOnOwnPhone()
    const { choose } = handsOn(visits, 'en')
    await choose(page, 'devices', 'shared_phone')
    await page.waitForTimeout(500)
    const kept = await draftOf(page)
    expect(kept).toContain('false')
    const bytes = [...new TextEncoder().encode('shared_phone')].join(',')
    expect(kept).not.toContain(bytes)
    expect(kept).not.toContain('shared_phone')
  })

  it('opens without a connection, waits, sends by itself when it is back, once, and leaves nothing', async () => {
    const { t, choose, goOn, skipToReview, send } = handsOn(visits, 'en')
    const before = (await visits.stored()).length
    const page = await beginOnOwnPhone()
    await choose(page, 'devices', 'own_phone')
    await page.waitForTimeout(500)
    await page.context().setOffline(true)
    await page.reload()
    await page.locator('fieldset:visible').waitFor()
    expect(await page.locator('input[value=own_phone]').isChecked()).toBe(true)
    await goOn(page)
    await skipToReview(page)
    await send(page)
    await page.locator('#not-sent h2').waitFor()
    expect(await page.locator('#not-sent').innerText()).toContain(t('respond:check.waitingTitle'))
    expect(await page.locator('body').innerText()).not.toContain(t('respond:thanks.sent'))
    expect(await visits.stored()).toHaveLength(before)
    await page.context().setOffline(false)
    // The browser of the tests does not tell a page that was loaded without a connection.
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await page.waitForURL('**/thanks')
    expect(await visits.stored()).toHaveLength(before + 1)
    await expect.poll(() => leftOn(page)).toEqual([])
  })

  it('what waits is sent at the next visit, even if the tab was closed', async () => {
    const { choose, goOn, skipToReview, send } = handsOn(visits, 'en')
    const before = (await visits.stored()).length
    const page = await beginOnOwnPhone()
    await choose(page, 'devices', 'home_computer')
    await goOn(page)
    await skipToReview(page)
    await page.context().setOffline(true)
    await send(page)
    await page.locator('#not-sent h2').waitFor()
    await page.waitForTimeout(500)
    const context = page.context()
    await page.close()
    await context.setOffline(false)
    const later = await context.newPage()
    await later.goto(`${visits.site}/en/getting-help`)
    await later.waitForURL('**/thanks')
    expect(await visits.stored()).toHaveLength(before + 1)
    await expect.poll(() => leftOn(later)).toEqual([])
  })

  it('two tabs send the same answers once', async () => {
    const { choose, goOn, skipToReview, send } = handsOn(visits, 'en')
    const before = (await visits.stored()).length
    const page = await beginOnOwnPhone()
    await choose(page, 'devices', 'school')
    await goOn(page)
    await skipToReview(page)
    await page.waitForTimeout(500)
    const second = await page.context().newPage()
    await second.goto(visits.site + questionsPath('en'))
    await second.locator('#review:visible').waitFor()
    await Promise.all([send(page), send(second)])
    await Promise.all([page.waitForURL('**/thanks'), second.waitForURL('**/thanks')])
    expect(await visits.stored()).toHaveLength(before + 1)
  })

  it('nothing is found again after a day', async () => {
    const { choose } = handsOn(visits, 'en')
    const page = await beginOnOwnPhone()
    await choose(page, 'devices', 'own_phone')
    await page.waitForTimeout(500)
    const context = page.context()
    await page.close()
    await context.clock.install({ time: Date.now() + 25 * 60 * 60 * 1000 })
    const later = await context.newPage()
    await later.goto(`${visits.site}/en/getting-help`)
    await later.waitForTimeout(300)
    expect(await later.locator('#resume:visible').count()).toBe(0)
    await later.goto(visits.site + questionsPath('en'))
    await later.locator('fieldset:visible').waitFor()
    expect(await later.locator('input:checked').count()).toBe(0)
  })

  it('leaving wipes draft, pages and helper', async () => {
    const { choose } = handsOn(visits, 'en')
    const page = await beginOnOwnPhone()
    await choose(page, 'devices', 'own_phone')
    await page.waitForTimeout(500)
    await page.locator('#leave').click()
    await page.waitForURL('about:blank')
    const later = await page.context().newPage()
    await later.goto(`${visits.site}/en/help`)
    await expect.poll(() => leftOn(later)).toEqual([])
    await later.goto(visits.site + questionsPath('en'))
    expect(await later.locator('input:checked').count()).toBe(0)
  })

  it('whoever says that others use it too has it forgotten', async () => {
    const { choose } = handsOn(visits, 'en')
    const page = await beginOnOwnPhone()
    await choose(page, 'devices', 'own_phone')
    await page.waitForTimeout(500)
    await page.goto(`${visits.site}/en/getting-help/16_17`)
    expect(await page.locator('#own-yes').isChecked()).toBe(true)
    await page.locator('label', { has: page.locator('#own-no') }).click()
    await expect.poll(() => leftOn(page)).toEqual([])
  })
})

describe('on a phone that others use too', () => {
  it('nothing is kept but in this tab, and without a connection it says so and keeps the form', async () => {
    const { t, choose, goOn, skipToReview, send } = handsOn(visits, 'en')
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
    const { choose, goOn, skipToReview, send } = handsOn(visits, 'en')
    const before = (await visits.stored()).length
    const page = await visits.visit(questionsPath('en'))
    await choose(page, 'devices', 'own_phone')
    await goOn(page)
    await skipToReview(page)
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
    const { choose, goOn, skipToReview, send } = handsOn(visits, 'en')
    const page = await visits.visit('/en')
    await page.addInitScript(() => {
      for (const name of ['sessionStorage', 'localStorage', 'indexedDB', 'caches'])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('denied', 'SecurityError')
          }
        })
    })
    await page.goto(visits.site + questionsPath('en'))
    await choose(page, 'devices', 'own_phone')
    await goOn(page)
    await skipToReview(page)
    await send(page)
    await page.waitForURL('**/thanks')
    expect(await visits.stored()).toHaveLength(before + 1)
  })
})
