import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { languages } from '#locales'
import { openHouse, type House } from '../support/house.ts'
import { handsOn, leftOn, openVisits, questionsPath, type Visits } from '../support/visits.ts'

let visits: Visits

beforeAll(async () => {
  visits = await openVisits()
})
afterEach(() => visits.tidy())
afterAll(() => visits.close())

const everywhere = [
  '/getting-help',
  '/getting-help/16_17',
  '/getting-help/16_17/questions',
  '/getting-help/no-thanks',
  '/getting-help/no-thanks/easy',
  '/getting-help/under',
  '/getting-help/thanks',
  '/getting-help/thanks/easy',
  '/getting-help/nothing-here',
  '/help',
  '/about',
  '/privacy',
  '/privacy/easy',
  '/accessibility'
]

async function pressShift(page: Page): Promise<void> {
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift')
}

describe('whoever leaves', () => {
  it.each(everywhere)('%s by its link comes to an empty page, with a script and without', async path => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await visits.visit(`/en${path}`, { javaScriptEnabled })
      await page.locator('#leave').click()
      await page.waitForURL(javaScriptEnabled ? 'about:blank' : '**/en/leave')
      expect((await page.locator('body').innerText()).trim()).toBe('')
      expect(await page.title()).not.toContain('Earshot')
    }
  })

  it.each(everywhere)('%s by pressing Shift three times is away', async path => {
    const page = await visits.visit(`/en${path}`)
    await pressShift(page)
    await page.waitForURL('about:blank')
  })

  it.each(['by its link', 'by pressing Shift'])(
    'sees nothing any more at once, however long the next page takes: %s',
    async how => {
      const { choose } = handsOn(visits, 'en')
      const page = await visits.visit(questionsPath('en'))
      await choose(page, 'devices', 'shared_phone')
      let arrive = (): void => undefined
      const isSlow = new Promise<void>(resolve => (arrive = resolve))
      await page.route('**/somewhere-else', async route => {
        await isSlow
        await route.fulfill({ body: 'Somewhere else' })
      })
      await page.route('**/en/leave', () => undefined)
      const seen: unknown[] = []
      await page.exposeFunction('tell', (what: unknown) => void seen.push(what))
      await page.evaluate(() => {
        document.getElementById('leave')?.setAttribute('data-to', '/somewhere-else')
        const { tell } = window as unknown as { tell(what: unknown): void }
        setInterval(
          () =>
            tell({
              isCovered: document.documentElement.matches('.covered'),
              title: document.title,
              isShown: document.body.checkVisibility(),
              chosen: document.querySelectorAll('input:checked').length,
              kept: sessionStorage.length
            }),
          20
        )
      })
      const isAsked = page.waitForRequest('**/somewhere-else')
      // Whoever presses here waits for the next page; the page must not.
      const isPressed = how === 'by its link' ? page.locator('#leave').click() : pressShift(page)
      await isAsked
      seen.length = 0
      await expect.poll(() => seen.length).toBeGreaterThan(1)
      const empty = { isCovered: true, title: '', isShown: false, chosen: 0, kept: 0 }
      expect(seen[0]).toEqual(empty)
      arrive()
      await isPressed
      await page.waitForURL('**/somewhere-else')
      await page.goBack()
      expect(await page.locator('input:checked').count()).toBe(0)
      expect(page.url()).not.toContain('questions')
    }
  )

  it('is away also when the network is, and waits for no answer of ours', async () => {
    const page = await visits.visit(questionsPath('en'))
    await page.context().setOffline(true)
    await page.locator('#leave').click()
    await page.waitForURL('about:blank')
    const other = await visits.visit(questionsPath('en'))
    await other.route('**/en/leave', () => undefined)
    await other.locator('#leave').click()
    await other.waitForURL('about:blank')
  })

  it('finds an empty landing page on going back, and nothing kept', async () => {
    const { choose, goOn } = handsOn(visits, 'en')
    const page = await visits.visit('/en/getting-help')
    await page.goto(visits.site + questionsPath('en'))
    await choose(page, 'devices', 'shared_phone')
    await goOn(page)
    await page.locator('#leave').click()
    await page.waitForURL('about:blank')
    await page.goBack()
    await page.waitForURL('**/en/getting-help')
    expect(await page.locator('input:checked').count()).toBe(0)
    expect(await leftOn(page)).toEqual([])
    await page.goto(visits.site + questionsPath('en'))
    expect(await page.locator('input:checked').count()).toBe(0)
  })

  it('after sending finds no answers on going back', async () => {
    const { choose, goOn, skipToReview, send } = handsOn(visits, 'en')
    const before = (await visits.stored()).length
    const page = await visits.visit(questionsPath('en'))
    await choose(page, 'devices', 'shared_phone')
    await goOn(page)
    await skipToReview(page)
    await send(page)
    await page.waitForURL('**/thanks')
    await page.goBack()
    await page.waitForURL('**/en/getting-help')
    expect(await page.locator('input:checked').count()).toBe(0)
    expect(await visits.stored()).toHaveLength(before + 1)
  })

  it('can delete traces from the thanks page', async () => {
    const page = await visits.visit('/en/getting-help/thanks')
    await page.evaluate(() => sessionStorage.setItem('trace', 'here'))
    await page.locator('#traces').click()
    await page.waitForURL('about:blank')
    const later = await page.context().newPage()
    await later.goto(`${visits.site}/en/help`)
    expect(await leftOn(later)).toEqual([])
  })

  it('presses Shift for capital letters without being taken away', async () => {
    const page = await visits.visit(questionsPath('en'))
    await page.keyboard.press('Shift')
    await page.keyboard.press('Shift+KeyA')
    await page.keyboard.press('Shift')
    await page.keyboard.press('KeyB')
    await page.keyboard.press('Shift')
    await page.waitForTimeout(200)
    expect(page.url()).toContain('/questions')
  })
})

describe('the address of leaving', () => {
  it.each(languages)('has the browser forget everything, in %s', async language => {
    const reply = await visits.house.app.inject(`/${language}/leave`)
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['clear-site-data']).toBe('"cache", "cookies", "storage"')
    expect(reply.headers['cache-control']).toBe('no-store')
    expect(reply.body).not.toContain('Earshot')
  })

  it('exists in the six languages only', async () => {
    expect((await visits.house.app.inject('/xx/leave')).statusCode).toBe(404)
  })
})

describe('a site that says where leaving leads', () => {
  let house: House

  beforeAll(async () => {
    house = await openHouse({ site: { leaveTo: { en: 'https://weather.example/' }, contact: null } })
  })
  afterAll(() => house.close())

  it('leads there in that language, with a script and without, and clears all the same', async () => {
    const reply = await house.app.inject('/en/leave')
    expect(reply.statusCode).toBe(303)
    expect(reply.headers.location).toBe('https://weather.example/')
    expect(reply.headers['clear-site-data']).toBe('"cache", "cookies", "storage"')
    expect((await house.app.inject('/en/help')).body).toContain('data-to="https://weather.example/"')
    expect((await house.app.inject('/fr/help')).body).toContain('data-to="about:blank"')
    expect((await house.app.inject('/fr/leave')).statusCode).toBe(200)
  })
})
