import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { translator, type Language } from '#locales'
import { askedBy, openListening } from '../support/listening.ts'
import { questionsPath, type Visits } from '../support/visits.ts'
import { giveVoices, type Voice } from '../support/voices.ts'

let visits: Visits

beforeAll(async () => {
  visits = await openListening()
})
afterEach(() => visits.tidy())
afterAll(() => visits.close())

const questionsOf = (slug: string, language: Language) => visits.site + questionsPath(language, '16_17', slug)

describe('a device that has a voice itself', () => {
  const listenButton = (page: Page, language: Language) =>
    page.getByRole('button', { name: translator(language)('listening:listen'), exact: true })
  const stopButton = (page: Page, language: Language) =>
    page.getByRole('button', { name: translator(language)('listening:stop'), exact: true })

  /** Whether somebody with these voices is offered to listen. */
  async function isOffered(language: Language, voices: readonly Voice[], slug = 'read-aloud') {
    const page = await visits.open()
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
    const page = await visits.open()
    const asked = askedBy(page)
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
    const page = await visits.open()
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
    await page.locator('#continue').click()
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
    const page = await visits.open()
    await giveVoices(page, [{ lang: 'en-US', localService: true }])
    await page.goto(questionsOf('read-aloud', 'en'))
    await listenButton(page, 'en').click()
    await page.evaluate(() => (window as unknown as { finish(): void }).finish())
    expect(await listenButton(page, 'en').count()).toBe(1)
  })

  it('offers it as soon as the voice is there, and no longer than that', async () => {
    const page = await visits.open()
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
    const page = await visits.open()
    const said = await giveVoices(page, [{ lang: 'en-US', localService: true }])
    await page.goto(questionsOf('read-aloud', 'en'))
    const skip = page.locator('#skip')
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
