import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { readyQuestionnaire } from '#surveys'
import { waiting } from '../../server/database/schema.ts'
import { openVisits, questionsPath, type Visits } from '../support/visits.ts'

let visits: Visits

beforeAll(async () => {
  const questionnaire = readyQuestionnaire('getting-help')
  visits = await openVisits({ slug: 'two-editions', questionnaire, languages: ['en'] })
})
afterEach(() => visits.tidy())
afterAll(() => visits.close())

const goOn = (page: Page) => page.getByRole('button', { name: 'Continue' }).click()
const skip = (page: Page) => page.getByRole('button', { name: 'Skip this question' }).click()
const where = (page: Page) => page.locator('#where:not(:empty)').innerText()
const isShown = (page: Page, question: string) =>
  page.locator(`fieldset:has([name="q.${question}"])`).isVisible()

async function lastStored() {
  const [last, ...others] = await visits.stored()
  expect(others).toEqual([])
  await visits.house.database.db.delete(waiting)
  return last!.answers
}

it('a child sees how many questions there are for its age, and is asked those', async () => {
  const page = await visits.visit(questionsPath('en', 'pns', 'two-editions'))
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
  const page = await visits.visit(questionsPath('en', 'pns', 'two-editions'), { javaScriptEnabled: false })
  expect(await page.locator('fieldset').count()).toBe(9)
  expect(await page.locator('.conditional').count()).toBe(2)
  await page.locator('[name="q.upset"][value="yes"]').check()
  await page.locator('[name="q.told"][value="nobody"]').check()
  await page.locator('#paper button').click()
  expect(await page.locator('dl.answers dt').count()).toBe(10)
  await page.locator('dd.change button').nth(2).click()
  expect(page.url()).toMatch(/#q2$/)
  expect(await page.locator('#q2 [value="nobody"]').isChecked()).toBe(true)
  await page.locator('#paper button').click()
  await page.getByRole('button', { name: 'Send my answers' }).click()
  await page.waitForURL('**/thanks/easy')
  expect((await lastStored()).get('told')).toEqual({ state: 'answered', codes: ['nobody'] })
})

it('who chooses another age goes on with the same question, everything kept', async () => {
  const page = await visits.visit(questionsPath('en', '16_17', 'two-editions'))
  expect(await where(page)).toContain('Question 1 of about 13')
  await page.locator('[name="q.hours"][type=text]').fill('4')
  await goOn(page)
  await page.locator('[name="q.phones"]').first().check()
  await goOn(page)
  expect(await isShown(page, 'upset')).toBe(true)
  await page.goto(visits.site + questionsPath('en', 'pns', 'two-editions'))
  await expect.poll(() => isShown(page, 'upset')).toBe(true)
  expect(await where(page)).toContain('Question 2 of about 9')
  await page.goBack()
  await expect.poll(() => isShown(page, 'upset')).toBe(true)
  expect(await page.locator('[name="q.phones"]').first().isChecked()).toBe(true)
})
