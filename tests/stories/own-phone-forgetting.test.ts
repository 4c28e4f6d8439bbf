import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { beginOnOwnPhone, helperIsThere, keeps, keptOn, reopen, sayItIsMine } from '../support/own-phone.ts'
import { handsOn, leftOn, openVisits, questionsPath, type Visits } from '../support/visits.ts'

let visits: Visits

beforeAll(async () => {
  visits = await openVisits()
})
afterEach(() => visits.tidy())
afterAll(() => visits.close())

const answer = (page: Page) => handsOn(visits, 'en').choose(page, 'devices', 'own_phone')
/** What is kept beyond the tab. */
const keptBeyond = async (page: Page) => (await leftOn(page)).filter(name => !name.startsWith('session '))

/** Another tab, which only looks: opening a page would have the helper tidy up. */
async function lookOn(page: Page): Promise<Page> {
  const onlooker = await page.context().newPage()
  await onlooker.goto(`${visits.site}/en/help`)
  return onlooker
}

async function leave(page: Page): Promise<void> {
  await page.locator('#leave').click()
  await page.waitForURL('about:blank')
}

describe('a day after the first answer', () => {
  const aDay = 24 * 60 * 60 * 1000

  /** A draft that was begun so long ago, by the clock of the page; the tab is closed since. */
  async function begunAgo(milliseconds: number): Promise<Page> {
    const page = await visits.open()
    const { clock } = page.context()
    await clock.install({ time: Date.now() - milliseconds })
    await sayItIsMine(page, visits)
    await helperIsThere(page)
    await answer(page)
    await keeps(page, 'own_phone')
    const [draft] = (await keptOn(page)).drafts
    expect(Date.now() - draft!.begunAt).toBeGreaterThan(milliseconds - aDay / 24)
    await clock.setSystemTime(Date.now())
    return page
  }

  it.each(['/en/getting-help', '/en/getting-help/16_17', questionsPath('en')])(
    'nothing of it is shown on %s, and draft, pages and helper are gone',
    async path => {
      const page = await begunAgo(aDay + 60 * 60 * 1000)
      expect((await keptBeyond(page)).map(name => name.split(' ')[0]).sort()).toEqual([
        'cache',
        'database',
        'worker'
      ])
      const later = await reopen(page, path)
      await expect.poll(async () => JSON.stringify((await keptOn(later)).drafts)).not.toContain('own_phone')
      expect(await later.locator('#resume:visible').count()).toBe(0)
      expect(await later.locator('fieldset:not(.own) input:checked').count()).toBe(0)
      if (!path.endsWith('questions')) await expect.poll(() => leftOn(later)).toEqual([])
    }
  )

  it('an hour before, it is all still there', async () => {
    const page = await begunAgo(aDay - 60 * 60 * 1000)
    const later = await reopen(page, '/en/getting-help')
    await later.locator('#resume:visible').waitFor()
    expect(JSON.stringify((await keptOn(later)).drafts)).toContain('own_phone')
  })
})

describe('leaving an own phone', () => {
  it('wipes draft, pages and helper', async () => {
    const page = await beginOnOwnPhone(visits)
    await answer(page)
    await keeps(page, 'own_phone')
    const onlooker = await lookOn(page)
    await leave(page)
    await expect.poll(() => leftOn(onlooker)).toEqual([])
    const later = await reopen(onlooker)
    await later.locator('fieldset:visible').waitFor()
    expect(await later.locator('input:checked').count()).toBe(0)
  })

  it('wipes them without a connection too', async () => {
    const page = await beginOnOwnPhone(visits)
    await answer(page)
    await keeps(page, 'own_phone')
    const onlooker = await lookOn(page)
    await page.context().setOffline(true)
    await leave(page)
    await expect.poll(() => leftOn(onlooker)).toEqual([])
    await page.context().setOffline(false)
  })

  it.each([true, false])(
    'wipes what a first answer left before the helper was there (online: %s)',
    async isOnline => {
      const page = await visits.open()
      await sayItIsMine(page, visits)
      const onlooker = await lookOn(page)
      const asked = page.context().waitForEvent('request', request => request.url().endsWith('/worker.js'))
      await page.context().route('**/worker.js', route => route.abort())
      await answer(page)
      await keeps(page, 'own_phone')
      await asked
      expect((await keptBeyond(page)).map(name => name.split(' ')[0])).toEqual(['database'])
      await page.context().setOffline(!isOnline)
      await leave(page)
      await expect.poll(() => leftOn(onlooker)).toEqual([])
      await page.context().setOffline(false)
    }
  )

  it.each([true, false])(
    'right after the first answer leaves nothing to be found (online: %s)',
    async isOnline => {
      const page = await visits.open()
      await sayItIsMine(page, visits)
      await answer(page)
      await keeps(page, 'own_phone')
      // The helper is on its way, and may come after the page has gone.
      await page.context().setOffline(!isOnline)
      await leave(page)
      await page.context().setOffline(false)
      const later = await page.context().newPage()
      await later.goto(`${visits.site}/en/help`)
      await expect.poll(() => leftOn(later)).toEqual([])
    }
  )

  describe('by one way alone, should the others fail:', () => {
    const ways = {
      'the page itself': 'page',
      'the helper, which outlives the page': 'helper',
      'the answer of the server, which has the browser forget': 'server'
    } as const

    it.each(Object.entries(ways))('%s', async (_, way) => {
      const page = await visits.open()
      await page.addInitScript((works: string) => {
        if (works !== 'page') {
          IDBFactory.prototype.deleteDatabase = () => ({}) as IDBOpenDBRequest
          CacheStorage.prototype.delete = async () => false
        }
        const { postMessage } = ServiceWorker.prototype
        ServiceWorker.prototype.postMessage = function (this: ServiceWorker, message: unknown) {
          if (message !== 'wipe' || works === 'helper') postMessage.call(this, message)
        }
      }, way)
      await sayItIsMine(page, visits)
      await helperIsThere(page)
      await answer(page)
      await keeps(page, 'own_phone')
      const onlooker = await lookOn(page)
      if (way !== 'server') await page.context().setOffline(true)
      await leave(page)
      // A page cannot wait for its helper to be taken away; the helper, without anything to help, goes at the next visit.
      const byPage = (names: readonly string[]) => names.filter(name => !name.startsWith('worker '))
      await expect
        .poll(async () => (way === 'page' ? byPage : String)(await leftOn(onlooker)).toString())
        .toBe('')
      await page.context().setOffline(false)
      const later = await reopen(onlooker, '/en/help')
      await expect.poll(() => leftOn(later)).toEqual([])
    })
  })
})

describe('whoever says that others use the phone too', () => {
  it('has it forgotten, and goes on with nothing kept beyond the tab', async () => {
    const page = await beginOnOwnPhone(visits)
    await answer(page)
    await keeps(page, 'own_phone')
    await page.goto(`${visits.site}/en/getting-help/16_17`)
    await page.locator('#own').waitFor()
    expect(await page.locator('#own-yes').isChecked()).toBe(true)
    await page.locator('label', { has: page.locator('#own-no') }).click()
    // At once: nobody waits until everything is forgotten.
    await page.locator('#start').click()
    await page.waitForURL('**/questions')
    await expect.poll(() => keptBeyond(page)).toEqual([])
    await handsOn(visits, 'en').goOn(page)
    await page.locator('input[name="q.hours"][type=text]').fill('3')
    // Longer than an own phone takes to keep an answer.
    await page.waitForTimeout(1000)
    expect(await keptBeyond(page)).toEqual([])
    const later = await reopen(page)
    await later.locator('fieldset:visible').waitFor()
    expect(await later.locator('input:checked').count()).toBe(0)
    expect(await keptBeyond(later)).toEqual([])
  })
})
