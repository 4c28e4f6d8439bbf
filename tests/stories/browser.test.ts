import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { translator, type Language } from '#locales'
import { codebookOf, unpack, type Answers } from '#surveys'
import type { OpenedConsultation } from '../../server/consultations/find.ts'
import { responses } from '../../server/database/schema.ts'
import { violations } from '../support/axe.ts'
import { openBrowser, phone, scrollsSideways } from '../support/browser.ts'
import { openConsultation, openHouse, type House } from '../support/house.ts'

let house: House
let browser: Browser
let consultation: OpenedConsultation
let site: string
const contexts: BrowserContext[] = []

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  consultation = await openConsultation(house)
  site = await house.app.listen({ host: '127.0.0.1', port: 0 })
})
afterEach(async () => {
  await Promise.all(contexts.splice(0).map(context => context.close()))
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

async function visit(path: string, script = true): Promise<Page> {
  const context = await browser.newContext({ ...phone, javaScriptEnabled: script })
  contexts.push(context)
  const page = await context.newPage()
  page.on('request', request => expect(request.url().startsWith(site)).toBe(true))
  await page.goto(site + path)
  return page
}

async function stored(): Promise<{ language: Language; answers: Answers }[]> {
  const rows = await house.database.db.select().from(responses)
  return rows.map(row => unpack(codebookOf(consultation.version.questionnaire), row.answers))
}

/** Options in the words of the questionnaire, so that a story reads the page as a person does. */
function words(question: string, code: string, language: Language): string {
  const item = consultation.version.questionnaire.sections
    .flatMap(section => section.items)
    .find(({ id }) => id === question)
  const option =
    item !== undefined && 'options' in item ? item.options.find(each => each.code === code) : undefined
  return option?.text.standard[language] ?? ''
}

const heading = (page: Page) =>
  page.locator('fieldset:visible legend, #review:visible h2').first().innerText()

describe.each(['en', 'ar'] as const)('a young person with a phone, in %s', language => {
  const t = translator(language)
  const choose = (page: Page, question: string, code: string) =>
    page
      .locator('fieldset', { has: page.locator(`[name="q.${question}"]`) })
      .getByText(words(question, code, language), { exact: true })
      .click()
  const goOn = (page: Page) => page.getByRole('button', { name: t('respond:form.continue') }).click()
  const skip = (page: Page) => page.getByRole('button', { name: t('respond:form.skip') }).click()

  it('answers one question at a time, goes back, skips, checks, sends, and leaves nothing behind', async () => {
    const before = (await stored()).length
    const page = await visit(`/${language}/getting-help`)
    expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
    await page.locator('a[href$="/16_17"]').click()
    expect(await page.locator('fieldset:visible').count()).toBe(1)
    const first = await heading(page)

    // What is chosen last takes back what cannot stand beside it.
    await page.locator('fieldset:visible input[value=pns]').check()
    await choose(page, 'devices', 'own_phone')
    expect(await page.locator('fieldset:visible input:checked').count()).toBe(1)
    await goOn(page)
    expect(await heading(page)).not.toBe(first)
    await page.goBack()
    expect(await heading(page)).toBe(first)
    expect(await page.locator('input[value=own_phone]').isChecked()).toBe(true)
    await page.goForward()

    await page.locator('input[name="q.hours"][type=text]').fill('many')
    await goOn(page)
    expect(await page.title()).toContain(t('chrome:titledError', { title: '' }).split(/[\s:]/)[0]!)
    await page.locator('input[name="q.hours"][type=text]').fill('5')
    await goOn(page)
    await choose(page, 'safe', 'quite_safe')
    await page.reload()
    expect(await page.locator('input[value=quite_safe]').isChecked()).toBe(true)
    await goOn(page)
    await choose(page, 'upset', 'yes')
    await goOn(page)
    await choose(page, 'told', 'friend')
    await goOn(page)
    // Whoever told somebody is not asked what stopped them.
    expect(await page.locator('fieldset:visible input[name="q.knows_helpline"]').count()).toBeGreaterThan(0)
    while ((await page.locator('#review:visible').count()) === 0) await skip(page)

    expect(await page.locator('#answers').innerText()).toContain(words('told', 'friend', language))
    expect((await stored()).length).toBe(before)
    await page.getByRole('button', { name: t('respond:check.send') }).click()
    await page.waitForURL('**/thanks')
    const all = await stored()
    expect(all).toHaveLength(before + 1)
    const sent = all.find(
      each => each.language === language && each.answers.get('told')?.state === 'answered'
    )
    expect(Object.fromEntries(sent!.answers)).toMatchObject({
      devices: { codes: ['own_phone'] },
      hours: { number: 5 },
      told: { codes: ['friend'] },
      stopped: { state: 'not_shown' },
      wishes: { state: 'skipped' },
      age_band: { codes: ['16_17'] }
    })
    expect(await page.evaluate(() => [sessionStorage.length, localStorage.length, document.cookie])).toEqual([
      0,
      0,
      ''
    ])
  })

  it('answers the whole form without a script', async () => {
    const before = (await stored()).length
    const page = await visit(`/${language}/getting-help/18_24`, false)
    await choose(page, 'devices', 'public')
    await choose(page, 'upset', 'no')
    await page.locator('textarea').fill('‏ Listen — اسمعونا <3')
    await page.locator('button[value=check]').click()
    expect(await page.locator('main').innerText()).toContain(words('devices', 'public', language))
    await page.getByRole('button', { name: t('respond:check.send') }).click()
    await page.waitForURL('**/thanks')
    expect(await stored()).toHaveLength(before + 1)
  })

  it('is told that nothing was sent when the network is gone, and sends once when it is back', async () => {
    const before = (await stored()).length
    const page = await visit(`/${language}/getting-help/13_15`)
    await choose(page, 'devices', 'own_phone')
    while ((await page.locator('#review:visible').count()) === 0) await skip(page)
    await page.context().setOffline(true)
    const button = page.getByRole('button', { name: t('respond:check.send') })
    await button.click()
    await page.locator('#not-sent h2').waitFor()
    expect(await page.locator('#not-sent').innerText()).toContain(t('respond:check.notSentTitle'))
    await page.context().setOffline(false)
    await button.dblclick()
    await page.waitForURL('**/thanks')
    expect(await stored()).toHaveLength(before + 1)
  })

  it('leaves at once, and Back shows nothing of the answers', async () => {
    const page = await visit(`/${language}/getting-help/16_17`)
    await choose(page, 'devices', 'shared_phone')
    await goOn(page)
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift')
    await page.waitForURL('about:blank')
    await page.goBack()
    await page.waitForLoadState()
    expect(await page.locator('input:checked').count()).toBe(0)
  })

  it.each([
    ['home', ''],
    ['landing', '/getting-help'],
    ['questions', '/getting-help/16_17'],
    ['too young', '/getting-help/under'],
    ['thanks', '/getting-help/thanks'],
    ['help', '/help'],
    ['privacy', '/privacy'],
    ['accessibility', '/accessibility'],
    ['not found', '/nothing-here']
  ])('finds no barrier on the page “%s”, and nothing past its sides at 320 px', async (_, path) => {
    const page = await visit(`/${language}${path}`)
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await scrollsSideways(page)).toBe(false)
    expect(await violations(page)).toEqual([])
  })
})

it('can be answered with the keyboard alone', async () => {
  const before = (await stored()).length
  const page = await visit('/en/getting-help/16_17')
  for (let presses = 0; presses < 200 && !page.url().endsWith('/thanks'); presses += 1) {
    const focused = await page.evaluate(() => {
      const { activeElement } = document
      const visible =
        activeElement === null ||
        activeElement === document.body ||
        getComputedStyle(activeElement).outlineStyle !== 'none' ||
        activeElement.matches('h1, h2, h3, [tabindex="-1"], input')
      return { id: activeElement?.id ?? '', visible }
    })
    expect(focused.visible).toBe(true)
    if (focused.id === 'send') await Promise.all([page.waitForURL('**/thanks'), page.keyboard.press('Enter')])
    else await page.keyboard.press(focused.id === 'skip' ? 'Enter' : 'Tab')
  }
  expect(page.url()).toMatch(/thanks$/)
  expect(await stored()).toHaveLength(before + 1)
})
