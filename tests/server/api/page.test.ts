import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages, translator } from '#locales'
import { storeAnswers } from '../../support/answers.ts'
import { descriptionOf } from '../../support/api-description.ts'
import { openBrowser } from '../../support/browser.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'

let house: House
let browser: Browser
let site: string

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  const consultation = await openConsultation(house)
  await storeAnswers(house.database.db, consultation, 60, 'ar')
  house.setClock('2026-04-02T08:00:00Z')
  await house.publish(consultation)
  site = await house.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

describe('the page about the API', () => {
  it('names every address of the description and every part of it, in six languages', async () => {
    const { paths } = await descriptionOf(house.app)
    for (const language of languages) {
      const { body, statusCode } = await house.app.inject(`/${language}/api`)
      expect(statusCode).toBe(200)
      for (const path of Object.keys(paths)) expect(body).toContain(`GET ${path.replace(/\/$/, '')}</code>`)
      expect(body).toContain(translator(language)('api:parameters.by'))
    }
    expect((await house.app.inject('/xx/api')).statusCode).toBe(404)
  })

  it('leads to examples that are there, without a script', async () => {
    const { body } = await house.app.inject('/fr/api')
    const links = [...body.matchAll(/href="(\/api\/[^"]+)"/g)].map(match => match[1] ?? '')
    expect(links.length).toBeGreaterThan(8)
    for (const link of links) expect([link, (await house.app.inject(link)).statusCode]).toEqual([link, 200])
  })

  it('lets one try an address, and shows what came back, also an error', async () => {
    const page = await browser.newPage()
    const troubles: string[] = []
    page.on('console', message => {
      if (/Content Security Policy|Refused/.test(message.text())) troubles.push(message.text())
    })
    await page.goto(`${site}/en/api`)
    const form = page.locator('form:has(#getTable-by)')
    await form.locator('#getTable-question').fill('told')
    await form.locator('#getTable-by').fill('gender')
    await form.locator('button').click()
    await form.locator('pre').waitFor()
    expect(await form.locator('[role=status]').textContent()).toBe('Status 200')
    expect(JSON.parse((await form.locator('pre').textContent()) ?? '')).toMatchObject({
      question: 'told',
      by: ['gender']
    })
    await form.locator('#getTable-question').fill('never-heard-of')
    await form.locator('button').click()
    await page.getByText('Status 404').waitFor()
    expect(await form.locator('pre').textContent()).toContain('/en/api#not-found')
    expect(troubles).toEqual([])
    await page.close()
  })
})
