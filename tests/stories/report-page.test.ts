import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages } from '#locales'
import { readyQuestionnaire } from '#surveys'
import { storeAnswers } from '../support/answers.ts'
import { violations } from '../support/axe.ts'
import { openBrowser, phone, scrollsSideways } from '../support/browser.ts'
import { openConsultation, openHouse, type House } from '../support/house.ts'

let house: House
let browser: Browser
let site: string

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  const consultation = await openConsultation(house, {
    questionnaire: readyQuestionnaire('digital-literacy'),
    // One breakdown: axe looks at every cell.
    breakdowns: ['gender']
  })
  await storeAnswers(house.database.db, consultation, 600, 'en')
  house.setClock('2026-04-02T08:00:00Z')
  await house.publish(consultation)
  site = await house.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

describe.each(languages)('the page of the report in %s', language => {
  it('is found from the results, shows its charts, and does not scroll sideways on a phone', async () => {
    const page = await browser.newPage(phone)
    await page.goto(`${site}/${language}/results/getting-help`)
    await page.click('.downloads a[href$="/report"]')
    await page.waitForURL(/\/report$/)
    expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
    const pictures = page.locator('figure img')
    expect(await pictures.count()).toBeGreaterThan(8)
    // The letters of a picture would be too small here: its bars and shares stand in its place.
    expect(await pictures.first().isVisible()).toBe(false)
    const bars = page.locator('.bars').first()
    expect(await bars.isVisible()).toBe(true)
    expect(await bars.locator('b').first().innerText()).toMatch(/\d/)
    expect(await scrollsSideways(page)).toBe(false)
    await page.setViewportSize({ width: 1000, height: 800 })
    await pictures.first().scrollIntoViewIfNeeded()
    await page.waitForFunction(() => (document.querySelector('img')?.naturalWidth ?? 0) > 600)
    await page.close()
  })
})

describe.each(['en', 'ar'] as const)('for everybody, in %s', language => {
  it.each([
    ['a phone', phone],
    ['a desk', { viewport: { width: 1200, height: 900 } }]
  ])('the page of the report can be used on %s', async (_, screen) => {
    const page = await browser.newPage(screen)
    await page.goto(`${site}/${language}/results/getting-help/1/report`)
    expect(await violations(page)).toEqual([])
    await page.close()
  })
})

describe('asking for a report', () => {
  it.each([
    ['/en/results/nothing/1/report', 404],
    ['/en/results/getting-help/2/report', 404],
    ['/de/results/getting-help/1/report.docx', 404],
    ['/en/results/getting-help/1/report.docx', 200],
    ['/en/results/getting-help/1/report', 200]
  ])('%s is answered with %i', async (path, status) => {
    expect((await house.app.inject(path)).statusCode).toBe(status)
  })

  it('is answered from memory when the reader has it already', async () => {
    const first = await house.app.inject('/fr/results/getting-help/1/report.docx')
    expect(first.headers['content-disposition']).toBe('attachment; filename="getting-help-1-fr.docx"')
    expect(first.rawPayload.subarray(0, 2).toString()).toBe('PK')
    const again = await house.app.inject({
      url: '/fr/results/getting-help/1/report.docx',
      headers: { 'if-none-match': String(first.headers.etag) }
    })
    expect(again.statusCode).toBe(304)
  })
})
