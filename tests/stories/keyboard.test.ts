import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { factsOf, translator } from '#locales'
import { hasFocus, press, tabTo } from '../support/keyboard.ts'
import { handsOn, leftOn, openVisits, questionsPath, type Visits } from '../support/visits.ts'

let visits: Visits

beforeAll(async () => {
  visits = await openVisits()
})
afterEach(() => visits.tidy())
afterAll(() => visits.close())

const field = (page: Page, question: string, code?: string): Locator =>
  page.locator(`[name="q.${question}"]${code === undefined ? '[type=text]' : `[value="${code}"]`}`)
const option = (page: Page, code: string): Locator => page.locator(`button.option[value="${code}"]`)
const move = (page: Page, place: number, to: 'moveUp' | 'moveDown' | 'takeOut'): Locator =>
  page.locator('.ranked li').nth(place).locator(`.${to}`)
const question = (page: Page): Locator => page.locator('fieldset:visible legend > *')

describe.each(['en', 'ar'] as const)('with nothing but the keyboard, in %s', language => {
  const t = translator(language)

  /** Presses "Continue", or "Skip this question", and is at the next heading. */
  const goOn = async (page: Page, button: 'continue' | 'skip' = 'continue'): Promise<void> => {
    await tabTo(page, page.locator(`#${button}`))
    await page.keyboard.press('Enter')
    expect(await hasFocus(page.locator('legend:visible > *, #review-title:visible'))).toBe(true)
  }

  it('somebody answers from the landing page to the thanks, and sends what they meant', async () => {
    const before = (await visits.stored()).length
    const page = await visits.visit(`/${language}/getting-help`)
    expect(await page.locator('html').getAttribute('dir')).toBe(factsOf(language).dir)
    await tabTo(page, page.locator('a[href$="/16_17"]'))
    await page.keyboard.press('Enter')
    await page.waitForURL('**/16_17')
    await page.locator('#own').waitFor()
    await tabTo(page, page.locator('#own-no'))
    await tabTo(page, page.locator('#start'))
    await page.keyboard.press('Enter')
    await page.waitForURL('**/questions')
    await page.locator('#continue').waitFor()

    // Ticked with the space bar, and taken back with it.
    for (const code of ['own_phone', 'shared_phone', 'school']) {
      await tabTo(page, field(page, 'devices', code))
      await press(page, 'Space')
    }
    await tabTo(page, field(page, 'devices', 'shared_phone'), 'Shift+Tab')
    await press(page, 'Space')
    expect(await page.locator('fieldset:visible input:checked').count()).toBe(2)
    await goOn(page)

    // A mistake: the focus is at the summary, whose link leads into the box.
    await tabTo(page, field(page, 'hours'))
    await page.keyboard.type('many')
    await tabTo(page, page.locator('#continue'))
    await press(page, 'Enter')
    expect(await hasFocus(page.locator('#summary'))).toBe(true)
    await tabTo(page, page.locator('#summary a'))
    await press(page, 'Enter')
    expect(await hasFocus(field(page, 'hours'))).toBe(true)
    expect(await field(page, 'hours').inputValue()).toBe('many')
    await press(page, 'End', 'Backspace', 'Backspace', 'Backspace', 'Backspace')
    await page.keyboard.type('5')
    // Enter in a box goes on, as the button does.
    await page.keyboard.press('Enter')
    expect(await page.locator('#summary').count()).toBe(0)
    expect(await hasFocus(question(page))).toBe(true)

    // Chosen with the arrows, which stay within the question.
    await tabTo(page, field(page, 'safe', 'not_safe'))
    await press(page, 'ArrowDown', 'ArrowDown', 'ArrowUp')
    expect(await field(page, 'safe', 'quite_safe').isChecked()).toBe(true)
    await goOn(page)
    await tabTo(page, field(page, 'upset', 'yes'))
    await press(page, 'Space')
    await goOn(page)
    await tabTo(page, field(page, 'told', 'family'))
    await press(page, 'ArrowDown')
    await goOn(page)
    await goOn(page, 'skip')

    await putInOrder(page)
    await goOn(page)
    await tabTo(page, page.locator('textarea'))
    await page.keyboard.type('Listen to us')
    await goOn(page)
    // Past the first is the last: "I prefer not to say".
    await tabTo(page, field(page, 'gender', 'female'))
    await press(page, 'ArrowUp')
    expect(await field(page, 'gender', 'pns').isChecked()).toBe(true)
    await goOn(page)
    while ((await page.locator('#review:visible').count()) === 0) await goOn(page, 'skip')

    // What is changed comes straight back.
    await tabTo(page, page.locator('#answers button').nth(2))
    await page.keyboard.press('Enter')
    expect(await hasFocus(question(page))).toBe(true)
    await tabTo(page, field(page, 'safe', 'quite_safe'))
    await press(page, 'ArrowDown')
    await goOn(page)
    expect(await page.locator('#review:visible').count()).toBe(1)
    await tabTo(page, page.getByRole('button', { name: t('respond:check.send') }))
    await page.keyboard.press('Enter')
    await page.waitForURL('**/thanks')
    expect(await leftOn(page)).toEqual([])

    const all = await visits.stored()
    expect(all).toHaveLength(before + 1)
    const sent = all.find(each => each.language === language)
    expect(Object.fromEntries(sent!.answers)).toMatchObject({
      age_band: { codes: ['16_17'] },
      devices: { codes: ['own_phone', 'school'] },
      hours: { number: 5 },
      safe: { codes: ['very_safe'] },
      upset: { codes: ['yes'] },
      told: { codes: ['friend'] },
      stopped: { state: 'not_shown' },
      knows_helpline: { state: 'skipped' },
      wishes: { codes: ['parents', 'lessons'] },
      gender: { state: 'pns' }
    })
  })

  /** Two wishes, the second put first; a third one that is taken out again. */
  async function putInOrder(page: Page): Promise<void> {
    const { words } = handsOn(visits, language)
    const order = () => page.locator('.ranked li [dir=auto]').allInnerTexts()
    await tabTo(page, option(page, 'lessons'))
    await press(page, 'Enter')
    expect(await hasFocus(option(page, 'report_button'))).toBe(true)
    await tabTo(page, option(page, 'parents'))
    await press(page, 'Space')
    expect(await order()).toEqual([words('wishes', 'lessons'), words('wishes', 'parents')])
    expect(await hasFocus(option(page, 'report_button'))).toBe(true)
    await tabTo(page, move(page, 1, 'moveUp'), 'Shift+Tab')
    await press(page, 'Enter')
    expect(await order()).toEqual([words('wishes', 'parents'), words('wishes', 'lessons')])
    // It is the first now and cannot go further up: the focus is at the other way.
    expect(await hasFocus(move(page, 0, 'moveDown'))).toBe(true)
    await press(page, 'Enter')
    expect(await hasFocus(move(page, 1, 'moveUp'))).toBe(true)
    await press(page, 'Enter')
    await tabTo(page, option(page, 'safe_apps'))
    await press(page, 'Enter')
    // Nothing more can be added: the focus is at what was added last.
    expect(await hasFocus(move(page, 2, 'moveUp'))).toBe(true)
    await tabTo(page, move(page, 2, 'takeOut'))
    await press(page, 'Enter')
    expect(await hasFocus(option(page, 'safe_apps'))).toBe(true)
    expect(await order()).toEqual([words('wishes', 'parents'), words('wishes', 'lessons')])
  }

  it('somebody skips to the content, and is still at their question', async () => {
    const { choose, goOn: continueBy } = handsOn(visits, language)
    const page = await visits.visit(questionsPath(language))
    await choose(page, 'devices', 'school')
    await continueBy(page)
    const asked = await question(page).innerText()
    const title = await page.title()
    await tabTo(page, page.locator('.jump'), 'Shift+Tab')
    await page.keyboard.press('Enter')
    expect(await hasFocus(page.locator('main'))).toBe(true)
    expect(await question(page).allInnerTexts()).toEqual([asked])
    expect(await page.title()).toBe(title)
    await tabTo(page, field(page, 'hours'))
    await page.keyboard.type('2')
    await goOn(page)
    // Back leads from question to question, as if nobody had jumped.
    await page.goBack()
    expect(await question(page).allInnerTexts()).toEqual([asked])
    expect(await field(page, 'hours').inputValue()).toBe('2')
  })

  it('somebody skips to the content past a mistake, which stays there to be mended', async () => {
    const page = await visits.visit(questionsPath(language))
    await page.locator('#skip').click()
    await field(page, 'hours').fill('many')
    await page.locator('#continue').click()
    await tabTo(page, page.locator('.jump'), 'Shift+Tab')
    await page.keyboard.press('Enter')
    expect(await page.locator('#summary').count()).toBe(1)
    expect(await field(page, 'hours').inputValue()).toBe('many')
  })
})
