import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { translator } from '#locales'
import { findConsultation, isOpened } from '../../server/consultations/find.ts'
import { setUpRoom } from '../../server/rooms/room.ts'
import { close } from '../../server/secretariat/close.ts'
import { violations } from '../support/axe.ts'
import { scrollsSideways } from '../support/browser.ts'
import { keyOf } from '../support/cards.ts'
import { midway, openConsultation } from '../support/house.ts'
import { press } from '../support/keyboard.ts'
import { arrive, arriveUntilReleased } from '../support/live-arrivals.ts'
import { readQr } from '../support/qr.ts'
import { openVisits, type Visits } from '../support/visits.ts'

let visits: Visits
/** How many responses the live results of most boards here have. */
let latest: number
const t = translator('en')
const projector: BrowserContextOptions = {
  viewport: { width: 1280, height: 720 },
  deviceScaleFactor: 1,
  reducedMotion: 'reduce'
}

beforeAll(async () => {
  visits = await openVisits({ slug: 'in-the-hall', live: true })
  latest = await arriveUntilReleased(visits.house, visits.consultation, 77)
})
afterEach(async () => {
  visits.house.setClock(midway)
  await visits.tidy()
})
afterAll(() => visits.close())

const shown = (page: Page) => page.locator('.slide.shown').getAttribute('id')
const said = (page: Page) => page.locator('#said').innerText()
const title = (page: Page) => page.locator('.slide.shown > h2')
async function board(path = '/en/live/in-the-hall', options = projector): Promise<Page> {
  const page = await visits.visit(path, options)
  await page.locator('.stepping').waitFor()
  return page
}

describe('the board of a room', () => {
  it('shows one question in large letters, all in sight, and a QR code that leads to the questions', async () => {
    const page = await board()
    expect(await shown(page)).toBe('q1')
    await page.locator('#qr svg').waitFor()
    expect(await readQr(page.locator('#qr'))).toBe(`${visits.site}/en/in-the-hall`)
    // A twentieth of the picture.
    expect(
      parseFloat(await title(page).evaluate(each => getComputedStyle(each).fontSize))
    ).toBeGreaterThanOrEqual(36)
    for (const part of ['.slide.shown', '#part', '.limits', '#controls']) {
      const box = await page.locator(part).boundingBox()
      expect(box!.y + box!.height).toBeLessThanOrEqual(720)
    }
    expect(await page.locator('.made').innerText()).toContain(String(latest))
    expect(await violations(page)).toEqual([])
  })

  it('goes by keys and by a presenter’s remote, says what comes into sight, and has a list of the keys', async () => {
    const page = await board()
    await press(page, 'ArrowRight')
    expect(await shown(page)).toBe('q2')
    expect(await said(page)).toBe(await title(page).innerText())
    await press(page, 'PageDown', 'ArrowLeft')
    expect(await shown(page)).toBe('q2')
    await press(page, 'Home')
    expect(await shown(page)).toBe('part')
    await press(page, 'End', 'PageUp')
    const count = await page.locator('.figure').count()
    expect(await shown(page)).toBe(`q${count - 1}`)
    await press(page, 'c')
    expect(await page.locator('html').getAttribute('class')).toContain('stark')
    expect(await page.locator('#contrast').getAttribute('aria-pressed')).toBe('true')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('?')
    expect(await page.locator('#keys').isVisible()).toBe(true)
    expect(await violations(page)).toEqual([])
    await page.locator('#letters').uncheck()
    await page.keyboard.press('Escape')
    await page.keyboard.press('c')
    expect(await page.locator('html').getAttribute('class')).toContain('stark')
  })

  it('goes on by itself until somebody stops it or goes by hand', async () => {
    const page = await visits.open({ ...projector, reducedMotion: 'no-preference' })
    await page.clock.install()
    await page.goto(`${visits.site}/en/live/in-the-hall`)
    await page.locator('.stepping').waitFor()
    await page.clock.runFor(40_000)
    expect(await shown(page)).not.toBe('q1')
    await press(page, ' ')
    expect(await page.locator('#pause').innerText()).toBe(t('live:controls.play'))
    const stopped = await shown(page)
    await page.clock.runFor(120_000)
    expect(await shown(page)).toBe(stopped)
    await page.locator('#pause').click()
    await page.clock.runFor(40_000)
    expect(await shown(page)).not.toBe(stopped)
    await press(page, 'End')
    expect(await page.locator('#pause').innerText()).toBe(t('live:controls.play'))
  })

  it('stands still for whoever wants less motion', async () => {
    const page = await visits.open(projector)
    await page.clock.install()
    await page.goto(`${visits.site}/en/live/in-the-hall`)
    await page.locator('.stepping').waitFor()
    await page.clock.runFor(120_000)
    expect(await shown(page)).toBe('q1')
  })

  it('is mirrored in Arabic, and keeps the question in sight when the language is changed', async () => {
    const page = await board('/ar/live/in-the-hall')
    await press(page, 'ArrowLeft', 'ArrowLeft', 'ArrowRight')
    expect(await shown(page)).toBe('q2')
    const { bar, label } = await page.locator('.slide.shown').evaluate(slide => ({
      bar: slide.querySelector('.meter, b')!.getBoundingClientRect().x,
      label: slide.querySelector('dt, .note')!.getBoundingClientRect().x
    }))
    expect(bar).toBeLessThan(label)
    await page.locator('.languages a[lang=fr]').click()
    await page.waitForURL('**/fr/live/in-the-hall*')
    await page.locator('.stepping').waitFor()
    expect(await shown(page)).toBe('q2')
  })

  it('shows the code of a room on the screen that has its link, and not how many have come', async () => {
    const { house } = visits
    const room = await openConsultation(house, { slug: 'a-room', live: true, access: 'room' })
    const set = await setUpRoom(house.database.db, room, 40, { by: 'test', now: house.now() })
    if (!set.ok) throw new Error(JSON.stringify(set.problems))
    const page = await board(`/en/live/a-room#${set.value.secret}`)
    await expect.poll(() => page.locator('#code').innerText()).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{3}$/)
    expect(page.url()).toBe(`${visits.site}/en/live/a-room`)
    const code = (await page.locator('#code').innerText()).replace('-', '')
    const key = await keyOf(house, room, 'room')
    expect(await readQr(page.locator('#qr'))).toBe(`${visits.site}/en/a-room#r=${code}&k=${key}`)
    const text = await page.locator('main').innerText()
    expect(text).toContain(t('live:waiting.text', { number: 40 }))
    const without = await board('/en/live/a-room')
    await without.locator('#qr svg').waitFor()
    expect(await without.locator('#code').isVisible()).toBe(false)
  })
})

describe('new results', () => {
  it('come by themselves, by asking where nothing is told, and are announced', async () => {
    const consultation = await openConsultation(visits.house, { slug: 'asking', live: true })
    const page = await visits.open(projector)
    await page.route('**/events', route => route.abort())
    await page.clock.install()
    await page.goto(`${visits.site}/en/live/asking`)
    await page.getByText(t('live:waiting.title')).waitFor()
    await arrive(visits.house, consultation, 19)
    await page.clock.runFor(30_000)
    expect(await page.locator('.figure').count()).toBe(0)
    const first = await arriveUntilReleased(visits.house, consultation, 1)
    await page.clock.runFor(11_000)
    await page.locator('.figure.shown').waitFor()
    expect(await said(page)).toBe(t('live:arrived'))
    expect(await page.locator('.made').innerText()).toContain(String(first))
    await press(page, 'End')
    const last = await shown(page)
    const second = await arriveUntilReleased(visits.house, consultation, 10)
    await page.clock.runFor(11_000)
    await expect.poll(() => page.locator('.made').innerText()).toContain(String(second))
    expect(await shown(page)).toBe(last)
  })

  it('come when the server tells of them', async () => {
    const consultation = await openConsultation(visits.house, { slug: 'told', live: true })
    const page = await visits.open(projector)
    const told = page.waitForResponse('**/live/told/events')
    const asked = page.waitForResponse(reply => reply.request().resourceType() === 'fetch')
    await page.goto(`${visits.site}/en/live/told`)
    expect((await told).status()).toBe(200)
    await asked
    await arriveUntilReleased(visits.house, consultation, 20)
    // From here on it would ask once a minute.
    await page.locator('.figure.shown').waitFor({ timeout: 30_000 })
    expect(await said(page)).toBe(t('live:arrived'))
  })

  it('are the only thing that changes: not a byte of the page does between two releases', async () => {
    const consultation = await openConsultation(visits.house, { slug: 'bytes', live: true })
    const seen = async () => {
      const { headers, body } = await visits.house.app.inject('/en/live/bytes')
      return `${String(headers['etag'])} ${body}`
    }
    await arriveUntilReleased(visits.house, consultation, 20)
    const first = await seen()
    for (let more = 0; more < 9; more += 3) {
      await arrive(visits.house, consultation, 3)
      expect(await seen()).toBe(first)
    }
    await arriveUntilReleased(visits.house, consultation, 1)
    expect(await seen()).not.toBe(first)
  })

  it('that cannot come are told of, and the page goes on once there is a connection', async () => {
    const page = await board()
    const lost = page.getByText(t('live:lost'))
    await page.context().setOffline(true)
    await lost.waitFor()
    await page.context().setOffline(false)
    await lost.waitFor({ state: 'hidden' })
  })
})

describe('the same on a phone, and without a script', () => {
  it('is a list that is read, and loads nothing that only a board needs', async () => {
    const page = await visits.open({ hasTouch: true })
    const loaded: string[] = []
    page.on('request', request => loaded.push(request.url()))
    await page.goto(`${visits.site}/en/live/in-the-hall`)
    await page.locator('.stepping').waitFor()
    const figures = page.locator('.figure')
    for (const figure of await figures.all()) expect(await figure.isVisible()).toBe(true)
    expect(await page.locator('#controls').isVisible()).toBe(false)
    expect(await page.locator('#take').getAttribute('href')).toBe('/en/in-the-hall')
    expect(await scrollsSideways(page)).toBe(false)
    expect(loaded.filter(url => url.includes('live-way'))).toEqual([])
    expect(await violations(page)).toEqual([])
  })

  it('shows all questions without a script, on a wide screen too, with a link to look for newer results', async () => {
    const page = await visits.visit('/en/live/in-the-hall#q3', { ...projector, javaScriptEnabled: false })
    const figures = page.locator('.figure')
    expect(await figures.count()).toBeGreaterThan(2)
    for (const figure of await figures.all()) expect(await figure.isVisible()).toBe(true)
    await page.getByText(t('live:refresh')).click()
    await page.waitForURL('**/en/live/in-the-hall')
  })
})

describe('the way to live results, and from them', () => {
  it('leads from an address without a language to one that the reader has and the consultation speaks', async () => {
    await openConsultation(visits.house, { slug: 'two', live: true, languages: ['ar', 'fr'] })
    const to = async (accepted: string) =>
      (await visits.house.app.inject({ url: '/live/two', headers: { 'accept-language': accepted } })).headers[
        'location'
      ]
    expect([await to('ru, ar;q=0.5'), await to('fr-CH'), await to('de')]).toEqual([
      '/ar/live/two',
      '/fr/live/two',
      '/ar/live/two'
    ])
  })

  it('is there only where a consultation has live results', async () => {
    await openConsultation(visits.house, { slug: 'silent' })
    const { app } = visits.house
    for (const [slug, isThere] of [
      ['silent', false],
      ['in-the-hall', true]
    ] as const) {
      expect((await app.inject(`/en/live/${slug}`)).statusCode).toBe(isThere ? 200 : 404)
      for (const path of [`/en/${slug}/thanks`, `/en/results/${slug}`])
        expect((await app.inject(path)).body.includes(`href="/en/live/${slug}"`)).toBe(isThere)
    }
  })

  it('ends with the final results', async () => {
    const consultation = await openConsultation(visits.house, { slug: 'ending', live: true })
    await arriveUntilReleased(visits.house, consultation, 25)
    const { house } = visits
    await close(house.database.as('secretariat').db, consultation, { by: 'test', now: house.now() })
    house.setClock('2026-03-10T12:00:05Z')
    const page = await board('/en/live/ending')
    expect(await page.locator('.notice h2').innerText()).toBe(t('live:closed.title'))
    expect(await page.locator('.figure').count()).toBeGreaterThan(0)
    const closed = await findConsultation(house.database.db, 'ending')
    if (closed === undefined || !isOpened(closed)) throw new Error('not opened')
    await house.publish(closed)
    const after = await board('/en/live/ending')
    await after.getByText(t('live:closed.link')).click()
    await after.waitForURL('**/en/results/ending')
  })
})
