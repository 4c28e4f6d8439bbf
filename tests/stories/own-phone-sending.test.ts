import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { OpenedConsultation } from '../../server/consultations/find.ts'
import { answersTo } from '../support/waiting.ts'
import { openConsultation } from '../support/house.ts'
import { beginOnOwnPhone, keeps, keptOn, reconnect, reopen } from '../support/own-phone.ts'
import { handsOn, leftOn, openVisits, questionsPath, type Visits } from '../support/visits.ts'

let visits: Visits
let other: OpenedConsultation

beforeAll(async () => {
  visits = await openVisits()
  other = await openConsultation(visits.house, { slug: 'other' })
})
afterEach(() => visits.tidy())
afterAll(() => visits.close())

const hands = () => handsOn(visits, 'en')
const storedOfOther = async () => (await answersTo(visits.house, other)).length

/** One answer, and on to where it can be sent. */
async function answer(page: Page, device: string): Promise<void> {
  await hands().choose(page, 'devices', device)
  await hands().goOn(page)
  await hands().skipToReview(page)
}

/** On an own phone, answers that wait for a connection. */
async function answersThatWait(device: string): Promise<Page> {
  const page = await beginOnOwnPhone(visits)
  await answer(page, device)
  await page.context().setOffline(true)
  await hands().send(page)
  await saysThatTheyWait(page)
  await keeps(page, '"waiting":{')
  return page
}

async function saysThatTheyWait(page: Page): Promise<void> {
  await page.locator('#not-sent h2').waitFor()
  expect(await page.locator('#not-sent').innerText()).toContain(hands().t('respond:check.waitingTitle'))
  expect(await page.locator('body').innerText()).not.toContain(hands().t('respond:thanks.sent'))
}

describe('on a phone that is only mine', () => {
  it('answers wait, are sent by themselves once the connection is back, once, and leave nothing', async () => {
    const before = (await visits.stored()).length
    const page = await answersThatWait('own_phone')
    expect(await visits.stored()).toHaveLength(before)
    await reconnect(page)
    await page.waitForURL('**/thanks')
    expect(await visits.stored()).toHaveLength(before + 1)
    await expect.poll(() => leftOn(page)).toEqual([])
  })

  it('after a reload without a connection the page says that they wait, and sends them all the same', async () => {
    const before = (await visits.stored()).length
    const page = await answersThatWait('school')
    await page.reload()
    await page.locator('#review:visible').waitFor()
    await saysThatTheyWait(page)
    const later = await reopen(page)
    await later.locator('#review:visible').waitFor()
    await saysThatTheyWait(later)
    expect(await visits.stored()).toHaveLength(before)
    await reconnect(later)
    await later.waitForURL('**/thanks')
    expect(await visits.stored()).toHaveLength(before + 1)
    await expect.poll(() => leftOn(later)).toEqual([])
  })

  it.each(['the landing page', 'the cards', 'the questions'])(
    'what waits is sent at the next visit to %s, in a new tab, and nothing is left anywhere',
    async where => {
      const before = (await visits.stored()).length
      const page = await answersThatWait('home_computer')
      const context = page.context()
      await page.close()
      await context.setOffline(false)
      const paths: Readonly<Record<string, string>> = {
        'the landing page': '/en/getting-help',
        'the cards': '/en/getting-help/16_17',
        'the questions': questionsPath('en')
      }
      const later = await context.newPage()
      await later.goto(visits.site + paths[where])
      await later.waitForURL('**/thanks')
      expect(await visits.stored()).toHaveLength(before + 1)
      await expect.poll(() => leftOn(later)).toEqual([])
    }
  )

  it('what waits is sent at the next visit in the same tab, which keeps nothing, and Back shows no answers', async () => {
    const before = (await visits.stored()).length
    const page = await answersThatWait('shared_phone')
    await page.context().setOffline(false)
    await page.goto(`${visits.site}/en/getting-help`)
    await page.waitForURL('**/thanks')
    expect(await visits.stored()).toHaveLength(before + 1)
    await expect.poll(() => leftOn(page)).toEqual([])
    await page.goBack()
    await page.waitForURL('**/en/getting-help')
    expect(await page.locator('input:checked, #answers:visible').count()).toBe(0)
    expect(await page.locator('#resume:visible').count()).toBe(0)
    expect(await visits.stored()).toHaveLength(before + 1)
  })

  it('an answer that is taken back while it waits is not sent before the button is pressed again', async () => {
    const before = (await visits.stored()).length
    const page = await answersThatWait('public')
    await page.locator('#answers button').first().click()
    await hands().skip(page)
    await page.locator('#review:visible').waitFor()
    expect(await page.locator('#not-sent').innerText()).toBe('')
    await expect.poll(async () => (await keptOn(page)).drafts.map(({ waiting }) => waiting)).toEqual([null])
    await reconnect(page)
    // Longer than a page waits for a connection to be really there.
    await page.waitForTimeout(2000)
    expect(page.url()).toMatch(/questions$/)
    const again = await reopen(page)
    await again.locator('#review:visible').waitFor()
    await again.waitForTimeout(500)
    expect(await visits.stored()).toHaveLength(before)
    await hands().send(again)
    await again.waitForURL('**/thanks')
    const all = await visits.stored()
    expect(all).toHaveLength(before + 1)
    const withdrawn = ['answered', 'skipped'].map(
      state => all.filter(({ answers }) => answers.get('devices')?.state === state).length
    )
    expect(withdrawn).toEqual([before, 1])
    await expect.poll(() => leftOn(again)).toEqual([])
  })

  it('the answers to two consultations wait side by side, and each are sent once', async () => {
    const [before, beforeOfOther] = [(await visits.stored()).length, await storedOfOther()]
    const page = await beginOnOwnPhone(visits)
    await answer(page, 'own_phone')
    const second = await page.context().newPage()
    await second.goto(visits.site + questionsPath('en', '16_17', 'other'))
    await answer(second, 'school')
    await page.context().setOffline(true)
    for (const each of [page, second]) {
      await hands().send(each)
      await saysThatTheyWait(each)
    }
    await expect
      .poll(async () => (await keptOn(second)).drafts.filter(({ waiting }) => waiting !== null).length)
      .toBe(2)
    await page.close()
    await reconnect(second)
    await second.waitForURL('**/other/thanks')
    expect(await storedOfOther()).toBe(beforeOfOther + 1)
    // Those of the tab that was closed are there yet, or the helper has sent them by now.
    const first = await reopen(second, '/en/getting-help')
    await expect.poll(async () => (await visits.stored()).length).toBe(before + 1)
    await expect.poll(() => leftOn(first)).toEqual([])
    expect(await storedOfOther()).toBe(beforeOfOther + 1)
  })

  it('two tabs send the same answers once', async () => {
    const before = (await visits.stored()).length
    const page = await beginOnOwnPhone(visits)
    await answer(page, 'school')
    await keeps(page, '"step\\":null')
    const second = await page.context().newPage()
    await second.goto(visits.site + questionsPath('en'))
    await second.locator('#review:visible').waitFor()
    // Whichever is first takes the other along, maybe before the other was pressed: so nobody waits for a button.
    await Promise.all(
      [page, second].map(each => each.evaluate(() => document.getElementById('send')?.click()))
    )
    for (const each of [page, second]) await expect.poll(() => each.url()).toMatch(/\/thanks$/)
    expect(await visits.stored()).toHaveLength(before + 1)
  })
})
