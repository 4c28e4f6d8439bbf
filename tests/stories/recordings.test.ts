import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { languages, translator, type Language } from '#locales'
import { violations } from '../support/axe.ts'
import { scrollsSideways } from '../support/browser.ts'
import { askedBy, openListening } from '../support/listening.ts'
import { questionsPath, type Visits } from '../support/visits.ts'
import { giveVoices } from '../support/voices.ts'

let visits: Visits

beforeAll(async () => {
  visits = await openListening()
})
afterEach(() => visits.tidy())
afterAll(() => visits.close())

const questionsOf = (slug: string, language: Language) => visits.site + questionsPath(language, '16_17', slug)

describe.each(languages)('a recorded question, in %s', language => {
  const t = translator(language)

  it('is played where its heading is, loads nothing before that, and falls silent with the next question', async () => {
    const page = await visits.open()
    const asked = askedBy(page)
    await page.goto(questionsOf('recorded', language))
    const player = page.locator('audio:visible')
    const heading = await page.locator('fieldset:visible legend').innerText()
    expect(await player.count()).toBe(1)
    for (const label of [t('listening:question'), heading])
      expect(await player.and(page.getByLabel(label)).count()).toBe(1)
    await page.waitForLoadState('networkidle')
    expect(asked.filter(path => path.startsWith('/media/'))).toEqual([])

    const loaded = page.waitForResponse(`${visits.site}/media/recorded/${language}/devices.opus`)
    await player.evaluate((audio: HTMLAudioElement) => {
      audio.loop = true
      return audio.play()
    })
    expect((await loaded).status()).toBe(206)
    expect(asked.filter(path => path.endsWith('.mp3'))).toEqual([])
    const isPaused = () => page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.paused)
    expect(await isPaused()).toBe(false)
    await page.locator('#continue').click()
    expect(await player.count()).toBe(0)
    await expect.poll(isPaused).toBe(true)
  })

  it('is there without a script, as a video is, and in nobody’s way', async () => {
    const page = await visits.open({ javaScriptEnabled: false })
    const asked = askedBy(page)
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(questionsOf('recorded', language))
    expect(await page.locator('audio:visible').count()).toBe(1)
    expect(await page.getByRole('button', { name: t('listening:listen'), exact: true }).count()).toBe(0)
    expect(await scrollsSideways(page)).toBe(false)
    await page.goto(`${visits.site}/${language}/recorded`)
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
  const page = await visits.open()
  await giveVoices(page, [{ lang: language, localService: true }])
  for (const slug of ['recorded', 'read-aloud']) {
    await page.goto(questionsOf(slug, language))
    await page.waitForLoadState('networkidle')
    expect(await violations(page)).toEqual([])
  }
  for (const path of ['recorded', 'recorded/thanks']) {
    await page.goto(`${visits.site}/${language}/${path}`)
    await page.locator('summary').click()
    expect(await violations(page)).toEqual([])
  }
})

it('a question is printed without its player, and a page without its video', async () => {
  const page = await visits.open()
  await page.emulateMedia({ media: 'print' })
  await page.goto(questionsOf('recorded', 'en'))
  expect(await page.locator('.recording:visible, .listen:visible').count()).toBe(0)
  await page.goto(`${visits.site}/en/recorded`)
  expect(await page.locator('.sign:visible').count()).toBe(0)
})

it('leaving stops a video at once', async () => {
  const page = await visits.open()
  await page.goto(`${visits.site}/en/recorded`)
  // The page stays where it is, so that it can be looked at.
  await page.evaluate(() => document.getElementById('leave')?.setAttribute('data-to', '#'))
  const isPaused = () => page.locator('video').evaluate((video: HTMLVideoElement) => video.paused)
  await page.locator('video').evaluate((video: HTMLVideoElement) => void video.play().catch(() => undefined))
  expect(await isPaused()).toBe(false)
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift')
  expect(await isPaused()).toBe(true)
})
