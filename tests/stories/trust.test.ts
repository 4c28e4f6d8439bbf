import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { translator } from '#locales'
import { examplePages } from '#views'
import { violations } from '../support/axe.ts'
import { scrollsSideways } from '../support/browser.ts'
import { openVisits, type Visits } from '../support/visits.ts'

let visits: Visits

beforeAll(async () => {
  visits = await openVisits()
})
afterEach(() => visits.tidy())
afterAll(() => visits.close())

async function visit(path: string, width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await visits.open({ viewport: { width, height: 800 }, colorScheme })
  const troubles: string[] = []
  page.on('console', message => message.type() === 'error' && troubles.push(message.text()))
  await page.goto(visits.site + path)
  expect(troubles).toEqual([])
  return page
}

const designSystem = examplePages('en').findIndex(({ name }) => name === 'design system') + 1

describe.each(['en', 'ar'] as const)('the pages for trust, in %s', language => {
  it.each([
    `/${language}/about`,
    `/${language}/privacy`,
    `/${language}/privacy/easy`,
    `/${language}/accessibility`,
    `/gallery/${language}/${designSystem}`
  ])('hold no barrier at %s, light or dark, and nothing past their sides from 320 to 1440 px', async path => {
    for (const [width, scheme] of [
      [320, 'dark'],
      [1440, 'light']
    ] as const) {
      const page = await visit(path, width, scheme)
      expect(await scrollsSideways(page)).toBe(false)
      expect(await violations(page)).toEqual([])
    }
  })

  it('lead from one reading level to the other and back, by the keyboard, in the same language', async () => {
    const t = translator(language)
    const page = await visit(`/${language}/privacy`, 360)
    await page.getByRole('link', { name: t('trust:privacy.toEasy') }).press('Enter')
    await page.waitForURL('**/privacy/easy')
    expect(await page.locator('h1').innerText()).toBe(t('trust:easyPrivacy.title'))
    // Who reads easy words stays with them: the footer leads here, too.
    expect(await page.locator('footer a[href$="/privacy/easy"]').count()).toBeGreaterThan(0)
    await page.getByRole('link', { name: t('trust:easyPrivacy.toStandard') }).press('Enter')
    await page.waitForURL(`**/${language}/privacy`)
  })
})

it('the pages are set in 18 px, in easy words in 20, and in Arabic with higher lines', async () => {
  const setting = async (path: string) => {
    const page = await visit(path, 1280)
    return page.evaluate(() => {
      const { fontSize } = getComputedStyle(document.documentElement)
      const body = getComputedStyle(document.body)
      return {
        fontSize,
        leading: Math.round((parseFloat(body.lineHeight) / parseFloat(body.fontSize)) * 100) / 100
      }
    })
  }
  expect(await setting('/en/privacy')).toEqual({ fontSize: '18px', leading: 1.5 })
  expect(await setting('/ru/privacy/easy')).toEqual({ fontSize: '20px', leading: 1.5 })
  expect(await setting('/ar/privacy')).toEqual({ fontSize: '18px', leading: 1.7 })
})

it.each(['en', 'fr', 'es', 'zh'] as const)(
  'have lines of about 66 letters in %s, in Chinese of 34',
  async language => {
    const page = await visit(`/${language}/privacy`, 1440)
    const lines = await page.evaluate(() => {
      const counts: number[] = []
      for (const paragraph of document.querySelectorAll('section > p')) {
        const text = paragraph.firstChild
        if (!(text instanceof Text)) continue
        const range = document.createRange()
        let [begin, top] = [0, Number.NaN]
        for (let at = 0; at < text.length; at += 1) {
          range.setStart(text, at)
          range.setEnd(text, at + 1)
          const box = range.getClientRects()[0]
          if (box === undefined) continue
          if (box.top > top + 5) {
            counts.push(at - begin)
            begin = at
          }
          top = box.top
        }
      }
      return counts
    })
    expect(lines.length).toBeGreaterThan(3)
    const mean = lines.reduce((sum, count) => sum + count, 0) / lines.length
    // Letters are of different widths, and fonts too: what is held is that nobody sets lines of eighty, or of fifty.
    const [least, most] = language === 'zh' ? [30, 35] : [58, 72]
    expect(mean).toBeGreaterThan(least)
    expect(mean).toBeLessThan(most)
  }
)

it('the pages print without what belongs to a screen, and with what was asked for', async () => {
  const page = await visit('/en/privacy', 794)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('#leave').isVisible()).toBe(false)
  expect(await page.locator('footer').isVisible()).toBe(false)
  expect(await page.locator('.stored').first().isVisible()).toBe(true)
})

it('swatches keep their colours apart where the browser forces its own', async () => {
  const page = await visit(`/gallery/en/${designSystem}`, 360)
  await page.emulateMedia({ forcedColors: 'active' })
  const seen = await page.evaluate(() =>
    [...document.querySelectorAll('.swatch rect')].map(rect => getComputedStyle(rect).fill)
  )
  expect(new Set(seen).size).toBeGreaterThan(8)
})

it('the gallery lists all examples without a barrier, at 320 px and at 1440', async () => {
  for (const width of [320, 1440]) {
    const page = await visit('/gallery', width)
    expect(await page.locator('.examples > li').count()).toBe(examplePages('en').length)
    expect(await scrollsSideways(page)).toBe(false)
    expect(await violations(page)).toEqual([])
  }
})
