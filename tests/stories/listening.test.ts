import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { languages, translator, type Language } from '#locales'
import { violations } from '../support/axe.ts'
import { openBrowser, phone, scrollsSideways } from '../support/browser.ts'
import { makeFolder } from '../support/folder.ts'
import { openConsultation, openHouse, type House } from '../support/house.ts'
import { putMedia, silence } from '../support/media.ts'
import { giveVoices, type Voice } from '../support/voices.ts'

let house: House
let folder: Awaited<ReturnType<typeof makeFolder>>
let browser: Browser
let site: string
const contexts: BrowserContext[] = []

beforeAll(async () => {
  folder = await makeFolder()
  for (const language of languages) {
    await putMedia(folder.path, {
      [`recorded/${language}/devices.opus`]: 1,
      [`recorded/${language}/devices.mp3`]: 1,
      [`recorded/${language}/sign-landing.webm`]: 2_400_000,
      [`recorded/${language}/sign-thanks.webm`]: 35_000
    })
    await writeFile(join(folder.path, `recorded/${language}/devices.opus`), silence())
  }
  ;[house, browser] = await Promise.all([openHouse({ mediaFolder: folder.path }), openBrowser()])
  await openConsultation(house, { slug: 'recorded' })
  await openConsultation(house, { slug: 'read-aloud' })
  site = await house.app.listen({ host: '127.0.0.1', port: 0 })
})
afterEach(async () => {
  await Promise.all(contexts.splice(0).map(context => context.close()))
})
afterAll(async () => {
  await browser.close()
  await house.close()
  await folder.remove()
})

/** A page before it goes anywhere, and the paths it asked for since. */
async function open(script = true): Promise<{ readonly page: Page; readonly asked: string[] }> {
  const context = await browser.newContext({ ...phone, javaScriptEnabled: script })
  contexts.push(context)
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', request => {
    expect(request.url().startsWith(site)).toBe(true)
    asked.push(request.url().slice(site.length))
  })
  return { page, asked }
}

const goOn = (page: Page, language: Language) =>
  page.getByRole('button', { name: translator(language)('respond:form.continue') }).click()
const questionsOf = (slug: string, language: Language) => `${site}/${language}/${slug}/16_17/questions`

describe.each(languages)('a recorded question, in %s', language => {
  const t = translator(language)

  it('is played where its heading is, loads nothing before that, and falls silent with the next question', async () => {
    const { page, asked } = await open()
    await page.goto(questionsOf('recorded', language))
    const player = page.locator('audio:visible')
    const heading = await page.locator('fieldset:visible legend').innerText()
    expect(await player.count()).toBe(1)
    for (const label of [t('listening:question'), heading])
      expect(await player.and(page.getByLabel(label)).count()).toBe(1)
    await page.waitForLoadState('networkidle')
    expect(asked.filter(path => path.startsWith('/media/'))).toEqual([])

    const loaded = page.waitForResponse(`${site}/media/recorded/${language}/devices.opus`)
    await player.evaluate((audio: HTMLAudioElement) => {
      audio.loop = true
      return audio.play()
    })
    expect((await loaded).status()).toBe(206)
    expect(asked.filter(path => path.endsWith('.mp3'))).toEqual([])
    const isPaused = () => page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.paused)
    expect(await isPaused()).toBe(false)
    await goOn(page, language)
    expect(await player.count()).toBe(0)
    await expect.poll(isPaused).toBe(true)
  })

  it('is there without a script, as a video is, and in nobody’s way', async () => {
    const { page, asked } = await open(false)
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(questionsOf('recorded', language))
    expect(await page.locator('audio:visible').count()).toBe(1)
    expect(await page.getByRole('button', { name: t('listening:listen'), exact: true }).count()).toBe(0)
    expect(await scrollsSideways(page)).toBe(false)
    await page.goto(`${site}/${language}/recorded`)
    expect(await page.locator('video:visible').count()).toBe(0)
    const summary = page.locator('summary')
    expect((await summary.boundingBox())!.height).toBeGreaterThanOrEqual(44)
    await summary.click()
    expect(await page.locator('video:visible').count()).toBe(1)
    expect(await scrollsSideways(page)).toBe(false)
    expect(asked.filter(path => path.startsWith('/media/'))).toEqual([])
  })
})

it.each(['en', 'ar'] as const)('what is heard and seen puts up no barrier, in %s', async language => {
  const { page } = await open()
  await giveVoices(page, [{ lang: language, localService: true }])
  for (const slug of ['recorded', 'read-aloud']) {
    await page.goto(questionsOf(slug, language))
    await page.waitForLoadState('networkidle')
    expect(await violations(page)).toEqual([])
  }
  for (const path of ['recorded', 'recorded/thanks']) {
    await page.goto(`${site}/${language}/${path}`)
    await page.locator('summary').click()
    expect(await violations(page)).toEqual([])
  }
})

it('a question is printed without its player, and a page without its video', async () => {
  const { page } = await open()
  await page.emulateMedia({ media: 'print' })
  await page.goto(questionsOf('recorded', 'en'))
  expect(await page.locator('.recording:visible, .listen:visible').count()).toBe(0)
  await page.goto(`${site}/en/recorded`)
  expect(await page.locator('.sign:visible').count()).toBe(0)
})

it('leaving stops a video at once', async () => {
  const { page } = await open()
  await page.goto(`${site}/en/recorded`)
  // The page stays where it is, so that it can be looked at.
  await page.evaluate(() => document.getElementById('leave')?.setAttribute('data-to', '#'))
  const isPaused = () => page.locator('video').evaluate((video: HTMLVideoElement) => video.paused)
  await page.locator('video').evaluate((video: HTMLVideoElement) => void video.play().catch(() => undefined))
  expect(await isPaused()).toBe(false)
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift')
  expect(await isPaused()).toBe(true)
})

describe('a device that has a voice itself', () => {
  const listenButton = (page: Page, language: Language) =>
    page.getByRole('button', { name: translator(language)('listening:listen'), exact: true })
  const stopButton = (page: Page, language: Language) =>
    page.getByRole('button', { name: translator(language)('listening:stop'), exact: true })

  /** Whether somebody with these voices is offered to listen. */
  async function isOffered(language: Language, voices: readonly Voice[], slug = 'read-aloud') {
    const { page } = await open()
    await giveVoices(page, voices)
    const fetched = page.waitForResponse(/\/assets\/listening-/)
    await page.goto(questionsOf(slug, language))
    await (await fetched).finished()
    await page.waitForFunction(() => 'speechSynthesis' in window && speechSynthesis.onvoiceschanged !== null)
    return (await listenButton(page, language).count()) === 1
  }

  it.each<[Language, string]>([
    ['ar', 'ar-EG'],
    ['ar', 'ar'],
    ['zh', 'zh-CN'],
    ['zh', 'zh-Hans-CN'],
    ['zh', 'zh_CN_#Hans'],
    ['zh', 'cmn-CN'],
    ['en', 'en_US'],
    ['en', 'en-GB'],
    ['fr', 'fr-CA'],
    ['ru', 'ru-RU'],
    ['es', 'es-419']
  ])('reads aloud in %s with a voice of %s', async (language, lang) => {
    expect(
      await isOffered(language, [
        { lang: 'it-IT', localService: true },
        { lang, localService: true }
      ])
    ).toBe(true)
  })

  it.each<[string, Language, readonly Voice[]]>([
    ['has no voice at all', 'en', []],
    ['has one on the network alone', 'en', [{ lang: 'en-US', localService: false, default: true }]],
    ['has one of another language', 'ar', [{ lang: 'en-US', localService: true, default: true }]],
    ['has one of a language that begins alike', 'es', [{ lang: 'est-EE', localService: true }]],
    ['speaks Cantonese', 'zh', [{ lang: 'zh-HK', localService: true }]],
    ['reads traditional characters', 'zh', [{ lang: 'zh-TW', localService: true }]]
  ])('is not offered where it %s', async (_, language, voices) => {
    expect(await isOffered(language, voices)).toBe(false)
  })

  it('is not needed where the question was recorded', async () => {
    expect(await isOffered('en', [{ lang: 'en-US', localService: true }], 'recorded')).toBe(false)
  })

  it.each(['en', 'ar'] as const)('says what stands on the page, in its order, in %s', async language => {
    const { page, asked } = await open()
    const said = await giveVoices(page, [
      { lang: language, localService: false, default: true },
      { lang: `${language}-001`, localService: true },
      { lang: `${language}-002`, localService: true, default: true }
    ])
    await page.goto(questionsOf('read-aloud', language))
    await listenButton(page, language).click()
    expect((await stopButton(page, language).boundingBox())!.height).toBeGreaterThanOrEqual(44)
    const onPage = page.locator('fieldset:visible').locator('legend, .hint, .option')
    const texts = (await onPage.allInnerTexts()).map(text => text.trim())
    expect(texts.length).toBeGreaterThan(8)
    const spoken = said.slice(said.lastIndexOf(null) + 1)
    expect(spoken).toEqual(texts.map(text => ({ text, lang: `${language}-002`, voice: `${language}-002` })))
    expect(asked.filter(path => !path.startsWith('/assets/'))).toHaveLength(1)
  })

  it('falls silent when it is told to, at the next question, out of sight and on the way out', async () => {
    const { page } = await open()
    const said = await giveVoices(page, [{ lang: 'en-US', localService: true }])
    await page.goto(questionsOf('read-aloud', 'en'))
    const listen = listenButton(page, 'en')
    const stop = stopButton(page, 'en')
    const isSilent = async () => {
      await expect.poll(() => said.at(-1)).toBe(null)
      expect(await stop.count()).toBe(0)
    }
    await listen.click()
    await expect.poll(() => said.at(-1)).not.toBe(null)
    await stop.click()
    await isSilent()

    // What was taken back ends later than what is said next begins.
    await listen.click()
    await page.evaluate(() => new Promise(resolve => setTimeout(resolve)))
    expect(await stop.count()).toBe(1)
    await goOn(page, 'en')
    await isSilent()
    expect(await page.locator('fieldset:visible .listen').count()).toBe(1)

    await listen.click()
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await isSilent()
    await listen.click()
    await page.goBack()
    await isSilent()
    await listen.click()
    await page.evaluate(() => document.getElementById('leave')?.setAttribute('data-to', '#'))
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift')
    await isSilent()
  })

  it('can be listened to again once it has said everything', async () => {
    const { page } = await open()
    await giveVoices(page, [{ lang: 'en-US', localService: true }])
    await page.goto(questionsOf('read-aloud', 'en'))
    await listenButton(page, 'en').click()
    await page.evaluate(() => (window as unknown as { finish(): void }).finish())
    expect(await listenButton(page, 'en').count()).toBe(1)
  })

  it('offers it as soon as the voice is there, and no longer than that', async () => {
    const { page } = await open()
    const said = await giveVoices(page, [])
    await page.goto(questionsOf('read-aloud', 'en'))
    await page.waitForFunction(() => speechSynthesis.onvoiceschanged !== null)
    const listen = listenButton(page, 'en')
    expect(await listen.count()).toBe(0)
    const arrive = (voices: readonly Voice[]) =>
      page.evaluate(
        there => (window as unknown as { arrive(voices: readonly Voice[]): void }).arrive(there),
        voices
      )
    await arrive([{ lang: 'en-US', localService: true }])
    expect(await listen.count()).toBe(1)
    await arrive([{ lang: 'en-US', localService: false }])
    expect(await listen.count()).toBe(0)
    expect(said.filter(Boolean)).toEqual([])
  })

  it('reads the notes before a question, what to rank, and nothing at the end', async () => {
    const { page } = await open()
    const said = await giveVoices(page, [{ lang: 'en-US', localService: true }])
    await page.goto(questionsOf('read-aloud', 'en'))
    const skip = page.getByRole('button', { name: translator('en')('respond:form.skip') })
    while ((await page.locator('fieldset:visible [name="q.upset"]').count()) === 0) await skip.click()
    await listenButton(page, 'en').click()
    const note = await page.locator('.note:visible p').first().innerText()
    expect(said[said.lastIndexOf(null) + 1]?.text).toBe(note.trim())
    while ((await page.locator('fieldset:visible .ranked').count()) === 0) await skip.click()
    await listenButton(page, 'en').click()
    const spoken = said.slice(said.lastIndexOf(null) + 1).map(each => each?.text)
    const options = await page.locator('fieldset:visible .option').allInnerTexts()
    expect(spoken.slice(-options.length)).toEqual(options.map(text => text.trim()))
    expect(new Set(spoken).size).toBe(spoken.length)
    while ((await page.locator('#review:visible').count()) === 0) await skip.click()
    expect(await listenButton(page, 'en').count()).toBe(0)
  })
})
