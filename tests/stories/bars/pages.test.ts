import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Language } from '#locales'
import { openBrowser } from '../../support/browser.ts'
import {
  serveExamples,
  servedPages,
  withoutScript,
  type ExampleServer
} from '../../support/example-server.ts'
import {
  dark,
  darkByAxe,
  findings,
  forcedColours,
  largeLetters,
  lessMotion,
  paper,
  phone,
  smallWindow,
  wideSpaces,
  wideWindow,
  type Look
} from '../../support/looks.ts'
import { contrastOf } from '../../../views/gallery/contrast.ts'
import { pixelsOf } from '../../support/pixels.ts'
import { openTabs, type Tabs } from '../../support/tabs.ts'
import { takeUp } from '../../support/take-up.ts'

let server: ExampleServer
let browser: Browser
let tabs: Tabs
const questionnaire = servedPages.find(page => page.language === 'en' && page.name === 'questionnaire')!

beforeAll(async () => {
  ;[server, browser] = await Promise.all([serveExamples(), openBrowser()])
  tabs = await openTabs(browser, smallWindow)
})
afterAll(async () => {
  await browser.close()
  await server.close()
})

/** Lines, colours and motion are the same in every language: they are looked at in one of each direction, or in one. */
function looksIn(language: Language): readonly Look[] {
  const always = [paper, wideSpaces, largeLetters]
  if (language === 'en') return [phone, ...always, darkByAxe, forcedColours, lessMotion, wideWindow]
  if (language === 'ar') return [phone, ...always, dark, forcedColours, wideWindow]
  return [{ ...phone, axe: 'butColours' }, ...always]
}

// With its script a page shows a part of itself at a time; here it is whole. `steps.test.ts` goes through the parts.
describe.concurrent('every page in every state and language, however it is looked at', () => {
  it.each(servedPages)('holds the bars: $name, in $language', async ({ path, language }) => {
    const found = await tabs.use(async page => {
      await takeUp(page, server.url + withoutScript(path))
      return findings(page, looksIn(language))
    })
    expect(found).toEqual([])
  })
})

// The browser draws these: no style sheet says in which colours.
describe.each(['light', 'dark'] as const)('the button of an option, where it is %s', colorScheme => {
  it.each([
    ['radio', false],
    ['radio', true],
    ['checkbox', false],
    ['checkbox', true]
  ])('stands out from its row at 3 to 1: %s, chosen: %s', async (type, chosen) => {
    // As fine as phones are: a line as thin as one coarse point would be measured as half of itself.
    const page = await browser.newPage({ deviceScaleFactor: 3, colorScheme, reducedMotion: 'reduce' })
    await page.goto(server.url + withoutScript(questionnaire.path))
    const button = page.locator(`input[type=${type}]`).first()
    await button.setChecked(type === 'radio' || chosen)
    if (type === 'radio' && !chosen) await page.locator('input[type=radio]').nth(1).check()
    const { width, height, at } = await pixelsOf(await button.screenshot())
    const row = at(0, 0)
    const across = Array.from({ length: width }, (_, x) => contrastOf(at(x, Math.floor(height / 2)), row))
    await page.close()
    expect(Math.max(...across)).toBeGreaterThanOrEqual(3)
  })
})
