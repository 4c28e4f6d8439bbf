import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { factsOf, formatNumber, translator, type Language } from '#locales'
import type { OpenedConsultation } from '../../server/consultations/find.ts'
import { setUpRoom } from '../../server/rooms/room.ts'
import { violations } from '../support/axe.ts'
import { scrollsSideways } from '../support/browser.ts'
import { keyOf } from '../support/cards.ts'
import { midway, openConsultation } from '../support/house.ts'
import { readQr } from '../support/qr.ts'
import { openVisits, type Visits } from '../support/visits.ts'

let visits: Visits
let consultation: OpenedConsultation
let key: string
let secret: string
const projector = { viewport: { width: 1280, height: 720 } }

beforeAll(async () => {
  visits = await openVisits()
  consultation = await openConsultation(visits.house, {
    slug: 'in-the-hall',
    access: 'room',
    languages: ['en', 'ar']
  })
  key = await keyOf(visits.house, consultation, 'room')
  const { database, now } = visits.house
  const set = await setUpRoom(database.db, consultation, 1200, { by: 'test', now: now() })
  if (!set.ok) throw new Error(JSON.stringify(set.problems))
  secret = set.value.secret
})
afterEach(async () => {
  visits.house.setClock(midway)
  await visits.tidy()
})
afterAll(() => visits.close())

const code = (page: Page) => page.locator('#code').innerText()
/** Waits for what the screen looks for by itself every few seconds. */
const until = (page: Page, what: (page: Page) => Promise<boolean>) =>
  expect.poll(() => what(page), { timeout: 15_000, interval: 200 }).toBe(true)

describe.each<Language>(['en', 'ar'])('the screen of a room, in %s', language => {
  const t = translator(language)

  it('shows code, address, places and a QR that leads to the questions, all in sight at once', async () => {
    const page = await visits.visit(`/${language}/room#${secret}`, projector)
    await page.locator('#qr svg').waitFor()
    expect(page.url()).toBe(`${visits.site}/${language}/room`)
    expect(await page.locator('html').getAttribute('dir')).toBe(factsOf(language).dir)
    const shown = await code(page)
    expect(shown).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{3}$/)
    const begin = `${visits.site}/${language}/in-the-hall`
    expect(await page.locator('#address').innerText()).toBe(begin.replace('http://', ''))
    expect(await readQr(page.locator('#qr'))).toBe(`${begin}#r=${shown.replace('-', '')}&k=${key}`)
    const seats = t('partner:room.seatsLeft', { number: formatNumber(1200, language) })
    expect(await page.locator('#seats').innerText()).toBe(seats)
    for (const part of ['#qr', '#code', '#address', '#seats']) {
      const box = await page.locator(part).boundingBox()
      expect(box!.y + box!.height).toBeLessThanOrEqual(720)
    }
    // A letter a tenth as high as the picture is read from the last row.
    expect((await page.locator('#code').boundingBox())!.height).toBeGreaterThan(72)
    expect(await violations(page)).toEqual([])
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await scrollsSideways(page)).toBe(false)
  })
})

describe('the screen of a room', () => {
  it('takes up the code of the next minute by itself', async () => {
    const page = await visits.visit(`/en/room#${secret}`, projector)
    await page.locator('#qr svg').waitFor()
    const first = await code(page)
    visits.house.setClock('2026-03-10T12:01:00Z')
    await until(page, async at => (await code(at)) !== first)
  })

  it('says that the connection is lost, and goes on once there is one', async () => {
    const page = await visits.visit(`/en/room#${secret}`, projector)
    await page.locator('#qr svg').waitFor()
    const lost = page.getByText(translator('en')('partner:room.lost'))
    expect(await lost.isVisible()).toBe(false)
    await page.context().setOffline(true)
    await until(page, () => lost.isVisible())
    await page.context().setOffline(false)
    await until(page, async () => !(await lost.isVisible()))
    expect(await code(page)).toMatch(/-/)
  })

  it('shows the languages of the consultation only, and keeps its link when one is chosen', async () => {
    const page = await visits.visit(`/en/room#${secret}`, projector)
    await page.locator('#qr svg').waitFor()
    expect(
      await page
        .locator('.languages a:visible')
        .evaluateAll(all => all.map(each => each.getAttribute('lang')))
    ).toEqual(['ar', 'en'])
    await page.locator('.languages a[lang=ar]').click()
    await page.waitForURL('**/ar/room')
    await page.locator('#qr svg').waitFor()
  })

  it('in a language of ours that the consultation does not speak leads to one that it does', async () => {
    const page = await visits.visit(`/fr/room#${secret}`, projector)
    await page.locator('#qr svg').waitFor()
    expect(await page.locator('#address').innerText()).toMatch(/\/en\/in-the-hall$/)
  })

  it('waits while nobody may answer, and begins by itself', async () => {
    visits.house.setClock('2026-03-02T12:00:00Z')
    const page = await visits.visit(`/en/room#${secret}`, projector)
    await page.getByText(translator('en')('partner:room.idle.title')).waitFor()
    expect(await page.locator('#code').isVisible()).toBe(false)
    visits.house.setClock(midway)
    await page.locator('#qr svg').waitFor()
  })

  it('says so where its link does not work, or there is no script', async () => {
    const page = await visits.visit('/en/room#AAAAAAAAAAAAAAAAAAAAAA')
    await page.getByText(translator('en')('partner:room.unknown.title')).waitFor()
    const without = await visits.visit(`/en/room#${secret}`, { javaScriptEnabled: false })
    expect(await without.locator('main').innerText()).toContain(translator('en')('partner:room.needs.text'))
  })
})
