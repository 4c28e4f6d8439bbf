/**
 * `npm run screens`: takes pictures of the fifteen key screens, in English and Arabic, as a phone of 360 px shows them,
 * into docs/screens. What is there is replaced; look at each before it is committed.
 */
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { addresses } from '#views'
import { languages, type Language } from '#locales'
import { dateIn, readyQuestionnaire } from '#surveys'
import { readConfig } from '../server/config.ts'
import { openDatabase } from '../server/database/client.ts'
import { demonstrationSlugs } from '../server/secretariat/demonstration.ts'
import { keepDraft } from '../server/secretariat/drafts.ts'
import { homeTimeZone, open } from '../server/secretariat/open.ts'
import { serve } from '../server/serve.ts'
import { assurances } from './support/assurances.ts'
import { openBrowser, phone } from './support/browser.ts'
import { makeFolder } from './support/folder.ts'
import { smallPng } from './support/small-png.ts'

const slug = demonstrationSlugs.open
/** An open consultation with a question whose answers are put in order. */
const ordering = 'my-digital-future'

/** A screen by its name: where it stands, and what is done there before the picture is taken. */
type Screen = {
  readonly name: string
  readonly path: (language: Language) => string
  readonly does?: (page: Page) => Promise<void>
  /** The height of the picture; that of a phone unless given. */
  readonly height?: number
}

const questions = (language: Language) => addresses.questionnaire(language, slug, '13_15')
const until = (selector: string) => async (page: Page) => {
  while ((await page.locator(selector).count()) === 0) await page.locator('#skip').click()
}
const toReview = until('#review:visible')
/** To the same place with an answer to most: the first there is, and none in own words. */
async function answerToReview(page: Page): Promise<void> {
  while ((await page.locator('#review:visible').count()) === 0) {
    const option = page.locator('fieldset:visible .option').first()
    if ((await option.count()) > 0) await option.click()
    await page.locator('#continue').click()
  }
}

const screens: readonly Screen[] = [
  { name: 'home', path: addresses.home },
  { name: 'landing', path: language => addresses.landing(language, slug), height: 1100 },
  { name: 'cards', path: language => addresses.cards(language, slug, '13_15'), height: 1500 },
  { name: 'question', path: questions, does: until('fieldset:visible [name="q.phones"]') },
  {
    name: 'choose',
    path: questions,
    does: async page => {
      await until('fieldset:visible [name="q.helpline_wish"]')(page)
      for (const at of [0, 3]) await page.locator('fieldset:visible .option').nth(at).click()
    }
  },
  {
    name: 'ranking',
    path: language => addresses.questionnaire(language, ordering, '13_15'),
    does: async page => {
      await until('button.option:visible')(page)
      for (const at of [2, 0]) await page.locator('button.option:visible').nth(at).click()
    }
  },
  { name: 'number', path: questions },
  {
    name: 'own-words',
    path: questions,
    does: async page => {
      await until('fieldset:visible textarea')(page)
      const box = page.locator('textarea:visible')
      await box.fill('+41 79 555 01 23')
      await box.blur()
      await page.locator('.word-warning:visible').waitFor()
    },
    height: 980
  },
  {
    name: 'easy-words',
    path: language => addresses.questionnaire(language, slug, '8_9'),
    does: until('fieldset:visible [name="q.upset"]')
  },
  { name: 'check', path: questions, does: answerToReview },
  {
    name: 'not-sent',
    path: questions,
    does: async page => {
      await toReview(page)
      await page.context().setOffline(true)
      await page.locator('#send').click()
      await page.locator('#not-sent h2').waitFor()
      await page.locator('#not-sent').scrollIntoViewIfNeeded()
    }
  },
  { name: 'thanks', path: language => addresses.thanks(language, slug), height: 900 },
  { name: 'help', path: addresses.help },
  { name: 'privacy', path: addresses.privacy },
  { name: 'closed', path: language => addresses.landing(language, demonstrationSlugs.finished) },
  {
    name: 'results',
    path: language => addresses.results(language, demonstrationSlugs.finished),
    does: page =>
      page
        .locator('figure, .figure')
        .nth(1)
        .evaluate(figure => figure.scrollIntoView())
  }
]

async function openOrdering(folder: string): Promise<void> {
  const now = new Date()
  const actor = { by: 'screens', now }
  const dataFolder = { path: folder, explicit: true }
  const database = await openDatabase({ databaseUrl: undefined, dataFolder, say: () => undefined })
  try {
    await keepDraft(database.db, ordering, readyQuestionnaire('digital-literacy'), actor)
    const opening = {
      slug: ordering,
      from: dateIn(-1, now, homeTimeZone),
      until: dateIn(30, now, homeTimeZone),
      languages,
      breakdowns: ['gender'],
      meeting: undefined,
      past: false,
      assurances
    }
    await open(database.db, opening, `${folder}/keys`, actor)
  } finally {
    await database.close()
  }
}

async function take(browser: Browser, site: string, screen: Screen, language: Language): Promise<void> {
  const { name, path, does, height = 740 } = screen
  const context = await browser.newContext({
    ...phone,
    viewport: { width: 360, height },
    deviceScaleFactor: 1.5,
    reducedMotion: 'reduce'
  })
  const page = await context.newPage()
  await page.goto(site + path(language))
  await does?.(page)
  // A row under the mouse looks as if it were meant.
  await page.mouse.move(0, 0)
  await writeFile(
    fileURLToPath(new URL(`../docs/screens/${name}.${language}.png`, import.meta.url)),
    await smallPng(await page.screenshot())
  )
  await context.close()
  console.log(`${name}.${language}.png`)
}

const folder = await makeFolder()
const server = await serve(
  readConfig({ EARSHOT_DATA: folder.path, EARSHOT_KEYS: `${folder.path}/keys`, PORT: '0' }),
  () => undefined
)
const browser = await openBrowser()
try {
  await openOrdering(folder.path)
  for (const screen of screens) {
    for (const language of ['en', 'ar'] as const) await take(browser, server.address, screen, language)
  }
} finally {
  await browser.close()
  await server.close()
  await folder.remove()
}
