import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { formatDate, languages, translator, type Language } from '#locales'
import { addresses } from '#views'
import { sentences } from '../surveys/own-words/sentences/index.ts'
import { violations } from '../support/axe.ts'
import { scrollsSideways } from '../support/browser.ts'
import { handsOn, leftOn, openVisits, questionsPath, type Visits } from '../support/visits.ts'

let visits: Visits

beforeAll(async () => {
  visits = await openVisits()
})
afterEach(() => visits.tidy())
afterAll(() => visits.close())

/** The question in own words, its box in focus and its lists there. */
async function atTheBox(language: Language, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await visits.visit(questionsPath(language), options)
  await beginToWrite(page)
  await page.locator('.word-warning').waitFor({ state: 'attached' })
  return page
}

async function beginToWrite(page: Page): Promise<void> {
  while (!(await page.locator('textarea').isVisible())) await page.locator('#skip').click()
  await page.locator('textarea').focus()
}

const box = (page: Page) => page.locator('textarea')
const warning = (page: Page) => page.locator('.word-warning:visible')
const panel = (page: Page) => page.locator('.help-panel:visible')
const tellingText = (language: Language) => `${sentences[language].noHarm[0]} +41 79 555 01 23`

describe.each(languages)('somebody who writes in own words, in %s', language => {
  const t = translator(language)
  const [harm = ''] = sentences[language].harm

  it('reads what it gives away under the box, until it is taken out, and sends what they like', async () => {
    const { goOn, skipToReview, send } = handsOn(visits, language)
    const before = (await visits.stored()).length
    const page = await atTheBox(language)
    expect(await page.getByRole('status').filter({ visible: true }).count()).toBe(0)
    await box(page).fill(tellingText(language))
    await warning(page).waitFor()
    expect(await warning(page).getAttribute('role')).toBe('status')
    expect(await warning(page).innerText()).toContain(t('ownWords:found.phone'))
    expect(await warning(page).innerText()).toContain(t('ownWords:takeOut'))
    expect(await violations(page)).toEqual([])
    await box(page).fill(sentences[language].noHarm[0] ?? '')
    await warning(page).waitFor({ state: 'detached' })

    await box(page).fill(tellingText(language))
    await goOn(page)
    await skipToReview(page)
    const reminder = page.locator('#word-reminder')
    await reminder.waitFor()
    expect(await reminder.innerText()).toContain(t('ownWords:found.phone'))
    expect(await violations(page)).toEqual([])
    await reminder.getByRole('button').click()
    expect(await box(page).inputValue()).toBe(tellingText(language))
    await goOn(page)
    await send(page)
    await page.waitForURL('**/thanks')
    expect(await visits.stored()).toHaveLength(before + 1)
    expect(await leftOn(page)).toEqual([])
  })

  it('is offered help where something hard seems to happen, and goes on as they like', async () => {
    const { goOn, skipToReview, send } = handsOn(visits, language)
    const page = await atTheBox(language)
    await page.setViewportSize({ width: 320, height: 640 })
    await box(page).fill(harm)
    await panel(page).waitFor()
    expect(await panel(page).getAttribute('role')).toBe('status')
    for (const part of ['lead', 'limits', 'goOn'])
      expect(await panel(page).innerText()).toContain(t(`ownWords:hard.${part}`))
    expect(await violations(page)).toEqual([])
    expect(await scrollsSideways(page)).toBe(false)
    expect(await box(page).inputValue()).toBe(harm)

    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('.help-panel') !== null)).toBe(true)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${addresses.help(language)}`)
    expect(page.context().pages()).toHaveLength(1)
    await page.goBack()
    expect(await box(page).inputValue()).toBe(harm)
    await goOn(page)
    await skipToReview(page)
    expect(await page.locator('#word-reminder').count()).toBe(0)
    await send(page)
    await page.waitForURL('**/thanks')
  })

  it('reads the same above the box without a script', async () => {
    const texts = await Promise.all(
      [true, false].map(async javaScriptEnabled => {
        const page = await visits.visit(questionsPath(language), { javaScriptEnabled })
        return page.locator('.warning').first().textContent()
      })
    )
    for (const text of texts) {
      expect(text).toContain(formatDate('2026-03-28', language))
      expect(text).toContain(t('ownWords:noHelp'))
    }
    expect(texts[1]).toBe(`${texts[0]} ${t('ownWords:newTab')}`)
  })
})

it('what is written makes no request, and leaves nothing but itself on the device', async () => {
  const seen = await Promise.all(
    [sentences.en.harm[0], 'Call 06 12 34 56 78', sentences.en.noHarm[0]].map(async text => {
      const page = await visits.visit(questionsPath('en'))
      const asked: string[] = []
      page.on('request', request => asked.push(`${request.method()} ${request.url()}`))
      await beginToWrite(page)
      await box(page).fill(text ?? '')
      await page.locator('#continue').click()
      await page.locator('.word-warning').first().waitFor({ state: 'attached' })
      const kept = await page.evaluate(() => Object.entries(sessionStorage))
      const [[key = '', value = ''] = []] = kept
      expect(kept).toHaveLength(1)
      return { asked: asked.sort(), key, fields: Object.keys(JSON.parse(value)) }
    })
  )
  expect(seen[0]?.asked.filter(request => request.includes('/own-words/'))).toHaveLength(1)
  expect(seen[1]).toEqual(seen[0])
  expect(seen[2]).toEqual(seen[0])
})

it('nothing is fetched before somebody begins to write', async () => {
  const page = await visits.visit(questionsPath('en'))
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  while (!(await box(page).isVisible())) await page.locator('#skip').click()
  await page.waitForLoadState('networkidle')
  expect(asked.filter(url => url.includes('own-words'))).toEqual([])
})

it('somebody who writes in the language of their phone, not of the page, is understood too', async () => {
  const page = await atTheBox('fr', { locale: 'ru-RU' })
  await box(page).fill('отчим меня бьёт')
  await panel(page).waitFor()
  expect(await panel(page).innerText()).toContain(translator('fr')('ownWords:hard.lead'))
})

it('a skipped question has nothing under its box', async () => {
  const page = await atTheBox('en')
  await box(page).fill('I want to die')
  await panel(page).waitFor()
  await page.locator('#skip').click()
  await page.goBack()
  expect(await box(page).inputValue()).toBe('')
  expect(await panel(page).count()).toBe(0)
})

it('help opens beside the page where the browser keeps nothing', async () => {
  const page = await visits.visit('/en')
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get() {
        throw new DOMException('forbidden', 'SecurityError')
      }
    })
  })
  await page.goto(visits.site + questionsPath('en'))
  await beginToWrite(page)
  await box(page).fill('I want to die')
  await panel(page).waitFor()
  const [help] = await Promise.all([page.context().waitForEvent('page'), panel(page).locator('a').click()])
  await help.waitForURL('**/en/help')
  expect(await box(page).inputValue()).toBe('I want to die')
})

describe('without the network', () => {
  it.each([
    ['the script', '**/assets/own-words-*.js', 0],
    ['the lists', '**/assets/own-words/*.json', 1]
  ])('for %s one writes and sends as ever', async (_, missing, warnings) => {
    const page = await visits.visit('/en')
    const faults: string[] = []
    page.on('pageerror', error => faults.push(error.message))
    await page.route(missing, route => route.abort())
    await page.goto(visits.site + questionsPath('en'))
    await beginToWrite(page)
    await box(page).fill('My name is Nina. Call 06 12 34 56 78. I want to die.')
    if (warnings === 0) await page.waitForLoadState('networkidle')
    // What needs no list is seen all the same.
    else await warning(page).waitFor()
    expect(await warning(page).count()).toBe(warnings)
    expect(await panel(page).count()).toBe(0)
    await page.locator('#continue').click()
    const { skipToReview, send } = handsOn(visits, 'en')
    await skipToReview(page)
    await send(page)
    await page.waitForURL('**/thanks')
    expect(faults).toEqual([])
  })
})
