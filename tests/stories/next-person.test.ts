import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { handsOn, leftOn, openVisits, questionsPath, type Visits } from '../support/visits.ts'

let visits: Visits

beforeAll(async () => {
  visits = await openVisits()
})
afterEach(() => visits.tidy())
afterAll(() => visits.close())

describe('the next person on a shared phone', () => {
  it('who begins on the landing page finds nothing of the one before, and sends answers of their own', async () => {
    const { choose, goOn, skipToReview, send } = handsOn(visits, 'en')
    const before = (await visits.stored()).length
    const page = await visits.visit(questionsPath('en'))
    await choose(page, 'devices', 'own_phone')
    await goOn(page)
    await skipToReview(page)
    // Stored, but the answer is lost on the way: the first person sees "Not sent" and walks away.
    await page.route('**/en/getting-help', async route => {
      if (route.request().method() !== 'POST') return route.continue()
      await route.fetch()
      await route.abort('connectionreset')
    })
    await send(page)
    await page.locator('#not-sent h2').waitFor()
    await page.unroute('**/en/getting-help')
    await page.goto(`${visits.site}/en/getting-help`)
    await page.locator('a[href$="/18_24"]').click()
    await page.locator('#start').click()
    await page.waitForURL('**/questions')
    await page.locator('fieldset:visible').waitFor()
    expect(await page.locator('input:checked').count()).toBe(0)
    await choose(page, 'devices', 'school')
    await goOn(page)
    await skipToReview(page)
    await send(page)
    await page.waitForURL('**/thanks')
    expect(await visits.stored()).toHaveLength(before + 2)
  })

  it('finds nothing after “No thanks”', async () => {
    const { choose } = handsOn(visits, 'en')
    const page = await visits.visit(questionsPath('en'))
    await choose(page, 'devices', 'own_phone')
    await page.goto(`${visits.site}/en/getting-help/16_17`)
    await page.locator('#decline').click()
    await page.waitForURL('**/no-thanks')
    expect(await leftOn(page)).toEqual([])
  })

  it('finds nothing in another tab once one was left', async () => {
    const { choose } = handsOn(visits, 'en')
    const page = await visits.visit(questionsPath('en'))
    await choose(page, 'devices', 'own_phone')
    const other = await page.context().newPage()
    await other.goto(`${visits.site}/en/help`)
    await other.locator('#leave').click()
    await page.waitForURL('**/en/getting-help')
    expect(await page.locator('input:checked').count()).toBe(0)
  })

  it('finds nothing when a page left behind comes back from the browser’s memory', async () => {
    const { choose } = handsOn(visits, 'en')
    const page = await visits.visit(questionsPath('en'))
    await choose(page, 'devices', 'own_phone')
    await page.evaluate(() => {
      sessionStorage.clear()
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    })
    await page.waitForURL('**/en/getting-help')
  })
})

describe('without a script', () => {
  it('answers that are changed after sending them are the same sending', async () => {
    const { choose, t } = handsOn(visits, 'en')
    const before = (await visits.stored()).length
    const page = await visits.visit(questionsPath('en'), { javaScriptEnabled: false })
    await choose(page, 'devices', 'public')
    await page.locator('#paper button').first().click()
    const id = await page.locator('[name=resend]').inputValue()
    await page.locator('button[value=edit]:not(.link)').click()
    expect(await page.locator('[name=resend]').inputValue()).toBe(id)
    // The key that ends a line checks the answers, as the button does; it never sends them.
    await page.locator('input[type=text]').first().press('Enter')
    expect(await page.locator('h1').innerText()).toBe(t('respond:check.title'))
    expect(await page.locator('[name=resend]').inputValue()).toBe(id)
    expect(await visits.stored()).toHaveLength(before)
  })
})

describe('a page of somebody else', () => {
  it('cannot have our browser forget what waits', async () => {
    const from = (headers: Record<string, string>) => visits.house.app.inject({ url: '/en/leave', headers })
    expect((await from({})).headers['clear-site-data']).toBeDefined()
    expect((await from({ 'sec-fetch-site': 'same-origin' })).headers['clear-site-data']).toBeDefined()
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none', 'sec-purpose': 'prefetch' }
    ])
      expect((await from(headers)).headers['clear-site-data']).toBeUndefined()
  })
})
