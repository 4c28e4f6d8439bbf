import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { translator, type Language } from '#locales'
import { groupedCode } from '#surveys'
import { printCards, scanned } from '../support/tokens.ts'
import { handsOn, leftOn, openVisits, type Visits } from '../support/visits.ts'

let visits: Visits

beforeAll(async () => {
  visits = await openVisits({ slug: 'by-card', access: 'cards', agesFrom: 8 })
})
afterEach(() => visits.tidy())
afterAll(() => visits.close())

const card = async (isVoid = false): Promise<string> =>
  (await printCards(visits.house, visits.consultation, 1, isVoid))[0] ?? ''
const said = (page: Page) => page.locator('#entry-text')
const count = async (): Promise<number> => (await visits.stored()).length

/** From the landing page, whose code is taken, to the questions. */
async function goToQuestions(page: Page): Promise<void> {
  await page.locator('.ages a').nth(3).click()
  await page.locator('#start').click()
  await page.waitForURL('**/questions')
}

describe.each(['en', 'ar'] as const)('whoever scans a card, in %s', language => {
  const t = translator(language)

  it('is let in before the first question, answers, and is stored once', async () => {
    const before = await count()
    const code = await card()
    const page = await visits.visit(scanned(visits.consultation, code, language))
    await expect.poll(() => said(page).innerText()).toContain(t('entry:cards.accepted'))
    expect(page.url()).toBe(`${visits.site}/${language}/by-card`)
    await goToQuestions(page)
    const posted: string[] = []
    page.on('request', request => posted.push(request.postData() ?? ''))
    const { skipToReview, send } = handsOn(visits, language)
    await skipToReview(page)
    expect(await page.locator('#code').count()).toBe(0)
    await send(page)
    await page.waitForURL('**/thanks')
    expect(posted.join()).toContain('token=')
    expect(posted.join()).not.toContain(code)
    expect(await leftOn(page)).toEqual([])
    expect(await count()).toBe(before + 1)
  })

  it('or types its code without a script, is stored once', async () => {
    const before = await count()
    const page = await visits.visit(scanned(visits.consultation, await card(), language), {
      javaScriptEnabled: false
    })
    expect(await said(page).innerText()).toBe(t('entry:cards.text'))
    await goToQuestions(page)
    await page.locator('#paper button').click()
    expect(await page.locator('#summary').innerText()).toContain(t('errors:code.empty'))
    await page.locator('#code').fill(groupedCode(await card()).toLowerCase())
    await page.locator('#paper button').click()
    await page.getByText(t('respond:check.send'), { exact: true }).first().click()
    await page.waitForURL('**/thanks')
    expect(await count()).toBe(before + 1)
  })

  it('or types its code with a script, is told what is wrong, and is stored once', async () => {
    const before = await count()
    const page = await visits.visit(`/${language}/by-card/16_17/questions`)
    const { skipToReview, send } = handsOn(visits, language)
    await skipToReview(page)
    await send(page)
    await expect.poll(() => page.locator('#not-sent').innerText()).toContain(t('errors:code.empty'))
    await page.locator('#code').fill(await card())
    await send(page)
    await page.waitForURL('**/thanks')
    expect(await count()).toBe(before + 1)
  })
})

describe('a card that is not taken', () => {
  const t = translator('en')

  it.each([
    [
      'was used',
      'code.used',
      async () => {
        const code = await card()
        const first = await visits.visit(scanned(visits.consultation, code))
        await expect.poll(() => said(first).innerText()).toContain(t('entry:cards.accepted'))
        return scanned(visits.consultation, code)
      }
    ],
    ['is void', 'code.void', async () => scanned(visits.consultation, await card(true))],
    ['is mistyped', 'code.mistyped', async () => scanned(visits.consultation, '0123456789AB')]
  ])('says so because it %s', async (_, key, link) => {
    const page = await visits.visit(await link())
    await expect.poll(() => said(page).innerText()).toContain(t(`errors:${key}`))
    expect(await leftOn(page)).toEqual([])
  })

  it('is not even asked about where the page has another key', async () => {
    const page = await visits.open()
    const asked: string[] = []
    page.on('request', request => asked.push(request.url()))
    const code = await card()
    await page.goto(visits.site + scanned(visits.consultation, code).replace(/k=.*/, `k=${'A'.repeat(43)}`))
    await expect.poll(() => said(page).innerText()).toContain(t('entry:cards.otherKey'))
    expect(asked.filter(url => url.includes('redeem'))).toEqual([])
    // The page asks not to go on: there is no age to press.
    expect(await page.locator('.ages a:visible').count()).toBe(0)
    await page.goto(visits.site + scanned(visits.consultation, code))
    await expect.poll(() => said(page).innerText()).toContain(t('entry:cards.accepted'))
    expect(await page.locator('.ages a:visible').count()).toBeGreaterThan(3)
  })

  it('is tried again where the connection breaks off, even after the server has it', async () => {
    const page = await visits.open()
    let breaks = 2
    await page.route('**/redeem', async route => {
      breaks -= 1
      // Once it does not arrive, and once its answer does not.
      if (breaks === 0) await route.fetch()
      await (breaks >= 0 ? route.abort() : route.continue())
    })
    await page.goto(visits.site + scanned(visits.consultation, await card()))
    for (let times = 0; times < 2; times += 1) {
      await expect.poll(() => said(page).innerText()).toContain(t('entry:offline'))
      await page.getByRole('button', { name: t('entry:again') }).click()
    }
    await expect.poll(() => said(page).innerText()).toContain(t('entry:cards.accepted'))
  })

  it('goes on by itself after a reload', async () => {
    const page = await visits.open()
    await page.route('**/redeem', route => route.abort(), { times: 1 })
    await page.goto(visits.site + scanned(visits.consultation, await card()))
    await expect.poll(() => said(page).innerText()).toContain(t('entry:offline'))
    await page.reload()
    await expect.poll(() => said(page).innerText()).toContain(t('entry:cards.accepted'))
  })
})

describe('what a card was redeemed for', () => {
  const t = translator('en')

  it.each([
    ['whoever leaves', async (page: Page) => page.locator('#leave').click()],
    [
      'whoever says no thanks',
      async (page: Page) => {
        await page.locator('.ages a').nth(3).click()
        await page.locator('#decline').click()
      }
    ]
  ])('is wiped by %s', async (_, goes: (page: Page) => Promise<void>) => {
    const page = await visits.visit(scanned(visits.consultation, await card()))
    await expect.poll(() => said(page).innerText()).toContain(t('entry:cards.accepted'))
    expect(await leftOn(page)).toContain('session ticket by-card')
    await goes(page)
    await page.waitForURL(url => !url.pathname.endsWith('by-card') && !url.pathname.endsWith('16_17'))
    await page.goto(`${visits.site}/en/by-card`)
    expect(await leftOn(page)).toEqual([])
  })

  it('is kept with the answers on an own phone, and sent from there after the tab was closed', async () => {
    const before = await count()
    const page = await visits.visit(scanned(visits.consultation, await card()))
    await expect.poll(() => said(page).innerText()).toContain(t('entry:cards.accepted'))
    await page.locator('.ages a').nth(3).click()
    await page.locator('label', { has: page.locator('#own-yes') }).click()
    await page.locator('#start').click()
    await page.waitForURL('**/questions')
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await page.locator('#skip').click()
    await page.waitForTimeout(1000)
    const again = await page.context().newPage()
    await page.close()
    await again.goto(`${visits.site}/en/by-card/16_17/questions`)
    const { skipToReview, send } = handsOn(visits, 'en' satisfies Language)
    await skipToReview(again)
    expect(await again.locator('#code').count()).toBe(0)
    await send(again)
    await again.waitForURL('**/thanks')
    expect(await count()).toBe(before + 1)
  })
})
