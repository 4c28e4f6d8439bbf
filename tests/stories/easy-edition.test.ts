import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { codebookOf, readyQuestionnaire, unpack } from '#surveys'
import type { OpenedConsultation } from '../../server/consultations/find.ts'
import { responses } from '../../server/database/schema.ts'
import { openBrowser, phone } from '../support/browser.ts'
import { openConsultation, openHouse, type House } from '../support/house.ts'

let house: House
let browser: Browser
let consultation: OpenedConsultation
let site: string
const contexts: BrowserContext[] = []

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  const questionnaire = readyQuestionnaire('getting-help')
  consultation = await openConsultation(house, { slug: 'two-editions', questionnaire, languages: ['en'] })
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
  await page.goto(site + path)
  return page
}

const goOn = (page: Page) => page.getByRole('button', { name: 'Continue' }).click()
const skip = (page: Page) => page.getByRole('button', { name: 'Skip this question' }).click()
const where = (page: Page) => page.locator('#where').innerText()
const isShown = (page: Page, question: string) =>
  page.locator(`fieldset:has([name="q.${question}"])`).isVisible()

async function lastStored() {
  const rows = await house.database.db.select().from(responses)
  expect(rows).toHaveLength(1)
  await house.database.db.delete(responses)
  return unpack(codebookOf(consultation.version.questionnaire), rows[0]!.answers).answers
}

it('a child sees how many questions there are for its age, and is asked those', async () => {
  const page = await visit('/en/two-editions/pns/questions')
  expect(await where(page)).toContain('Question 1 of about 9')
  expect(await page.locator('[name="q.hours"]').count()).toBe(0)
  await page.locator('[name="q.phones"]').first().check()
  await goOn(page)
  await page.locator('[name="q.upset"][value="no"]').check()
  await goOn(page)
  // Nothing upset it: whom it told and what stopped it are not asked.
  expect(await where(page)).toContain('Question 3 of about 7')
  while ((await page.locator('#review:visible').count()) === 0) await skip(page)
  expect(await page.locator('#answers dt').count()).toBe(7)
  await page.getByRole('button', { name: 'Send my answers' }).click()
  await page.waitForURL('**/thanks/easy')
  const answers = await lastStored()
  expect(Object.fromEntries(answers)).toMatchObject({
    age_band: { state: 'pns' },
    hours: { state: 'not_shown' },
    upset: { codes: ['no'] },
    told: { state: 'not_shown' },
    report: { state: 'not_shown' },
    gender: { state: 'skipped' }
  })
})

it('a child without a script gets a short form, and only what another answer decides may not be for it', async () => {
  const page = await visit('/en/two-editions/pns/questions', false)
  expect(await page.locator('fieldset').count()).toBe(9)
  expect(await page.locator('.conditional').count()).toBe(2)
  await page.locator('[name="q.upset"][value="yes"]').check()
  await page.locator('[name="q.told"][value="nobody"]').check()
  await page.locator('button[value=check]').click()
  expect(await page.locator('dl.answers dt').count()).toBe(10)
  await page.locator('dd.change button').nth(2).click()
  expect(page.url()).toMatch(/#q2$/)
  expect(await page.locator('#q2 [value="nobody"]').isChecked()).toBe(true)
  await page.locator('button[value=check]').click()
  await page.getByRole('button', { name: 'Send my answers' }).click()
  await page.waitForURL('**/thanks/easy')
  expect((await lastStored()).get('told')).toEqual({ state: 'answered', codes: ['nobody'] })
})

it('who chooses another age goes on with the same question, everything kept', async () => {
  const page = await visit('/en/two-editions/16_17/questions')
  expect(await where(page)).toContain('Question 1 of about 13')
  await page.locator('[name="q.hours"][type=text]').fill('4')
  await goOn(page)
  await page.locator('[name="q.phones"]').first().check()
  await goOn(page)
  expect(await isShown(page, 'upset')).toBe(true)
  await page.goto(`${site}/en/two-editions/pns/questions`)
  expect(await isShown(page, 'upset')).toBe(true)
  expect(await where(page)).toContain('Question 2 of about 9')
  await page.goBack()
  expect(await isShown(page, 'upset')).toBe(true)
  expect(await page.locator('[name="q.phones"]').first().isChecked()).toBe(true)
})
