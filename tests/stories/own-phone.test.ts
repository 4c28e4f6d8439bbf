import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { beginOnOwnPhone, keeps, keptOn, reopen } from '../support/own-phone.ts'
import { handsOn, openVisits, questionsPath, type Visits } from '../support/visits.ts'

let visits: Visits

beforeAll(async () => {
  visits = await openVisits()
})
afterEach(() => visits.tidy())
afterAll(() => visits.close())

const hours = 'fieldset:visible input[name="q.hours"]'

describe('on a phone that is only mine', () => {
  it('a closed tab is gone on with where it was, from the landing page too', async () => {
    const { choose, goOn } = handsOn(visits, 'en')
    const page = await beginOnOwnPhone(visits)
    await choose(page, 'devices', 'own_phone')
    await goOn(page)
    await page.locator('input[name="q.hours"][type=text]').fill('7')
    await keeps(page, '"hours\\":[\\"7\\"]')
    const landing = await reopen(page, '/en/getting-help')
    await landing.locator('#resume a').click()
    await landing.waitForURL('**/questions')
    expect(await landing.locator(hours).first().inputValue()).toBe('7')
    await landing.goBack()
    const again = await reopen(landing)
    expect(await again.locator(hours).first().inputValue()).toBe('7')
  })

  it('what is kept cannot be read from the storage, nor the key be taken away', async () => {
    const page = await beginOnOwnPhone(visits)
    await handsOn(visits, 'en').choose(page, 'devices', 'shared_phone')
    await keeps(page, 'shared_phone')
    const { keyIsExtractable, sealed } = await keptOn(page)
    expect(keyIsExtractable).toBe(false)
    expect(sealed).toHaveLength(1)
    const answer = [...new TextEncoder().encode('shared_phone')].join(',')
    expect(sealed.join(';')).not.toContain(answer)
  })

  it('the questions open without a connection, with what was answered', async () => {
    const { choose, goOn } = handsOn(visits, 'en')
    const page = await beginOnOwnPhone(visits)
    await choose(page, 'devices', 'own_phone')
    await keeps(page, 'own_phone')
    await page.context().setOffline(true)
    await page.reload()
    await page.locator('fieldset:visible').waitFor()
    expect(await page.locator('input[value=own_phone]').isChecked()).toBe(true)
    await goOn(page)
    await keeps(page, '"step\\":\\"hours')
    const later = await reopen(page)
    await later.locator(hours).first().waitFor()
    expect(await later.locator('input[value=own_phone]').isChecked()).toBe(true)
    await later.context().setOffline(false)
  })

  it('it is asked once: the next tab knows', async () => {
    const page = await beginOnOwnPhone(visits)
    await handsOn(visits, 'en').choose(page, 'devices', 'own_phone')
    await keeps(page, 'own_phone')
    const cards = await reopen(page, questionsPath('en').replace(/\/questions$/, ''))
    await cards.locator('#own').waitFor()
    expect(await cards.locator('#own-yes').isChecked()).toBe(true)
  })
})
