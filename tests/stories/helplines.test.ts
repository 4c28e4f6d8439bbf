import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { translator } from '#locales'
import { helplines } from '../../server/database/schema.ts'
import { violations } from '../support/axe.ts'
import { scrollsSideways } from '../support/browser.ts'
import { helpline } from '../support/helplines.ts'
import { openVisits, type Visits } from '../support/visits.ts'

let visits: Visits

beforeAll(async () => {
  visits = await openVisits()
  const long = 'A line with a rather long name, for every young person in every corner of the country'
  await visits.house.database.db.insert(helplines).values([
    helpline({ number: '+44 (0)1632 960001', languages: ['en', 'ar'] }),
    helpline({
      name: long,
      website: `https://${'very-long-name'.repeat(4)}.example/how-to-reach-us-by-chat`,
      hours: '٢٠:٠٠ – 06:00',
      cost: 'unknown',
      source: `https://source.example/${'a'.repeat(200)}`
    }),
    helpline({ country: 'EG', number: null }),
    helpline({ country: 'FR', verifiedOn: null, verifiedBy: null })
  ])
})
afterEach(() => visits.tidy())
afterAll(() => visits.close())

describe.each(['en', 'ar'] as const)('a young person who needs help, in %s', language => {
  const t = translator(language)

  it('goes from the page of help to a helpline in two steps, and can leave from each', async () => {
    const page = await visits.visit(`/${language}/help`)
    expect(await page.locator('#leave').isVisible()).toBe(true)
    await page.locator('.countries a[href$="/GB"]').click()
    expect(await page.locator('.line').count()).toBe(2)
    expect(await page.locator('.line a[href="tel:+441632960001"]').isVisible()).toBe(true)
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift')
    await page.waitForURL('about:blank')
  })

  it('finds the same without a script', async () => {
    const page = await visits.visit(`/${language}/help`, { javaScriptEnabled: false })
    await page.locator('.countries a[href$="/EG"]').click()
    expect(await page.locator('.line a').innerText()).toContain('line.example')
    expect(await page.locator('#leave').getAttribute('href')).toBe(`/${language}/leave`)
    await page.getByText(t('help:country.back'), { exact: true }).click()
    expect(new URL(page.url()).pathname).toBe(`/${language}/help`)
  })

  it.each(['/help', '/help/GB', '/help/FR', '/help/nowhere'])(
    'meets no barrier on %s, nothing past its sides at 320 px, and nothing too small to press',
    async path => {
      const page = await visits.visit(`/${language}${path}`, { viewport: { width: 320, height: 640 } })
      expect(await scrollsSideways(page)).toBe(false)
      expect(await violations(page)).toEqual([])
      const sizes = await page
        .locator('.line a, .countries a, #leave, .links a')
        .evaluateAll(links =>
          links.map(link => link.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height))
        )
      expect(sizes.length).toBeGreaterThan(0)
      expect(sizes.filter(size => size < 44)).toEqual([])
    }
  )
})
