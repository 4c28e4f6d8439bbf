import { randomBytes } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { waitingTexts } from '../support/waiting.ts'
import { openCuttingProxy, type Cut, type CuttingProxy } from '../support/cutting-proxy.ts'
import { formBody, formHeaders } from '../support/house.ts'
import { handsOn, openVisits, questionsPath, type Visits } from '../support/visits.ts'

let visits: Visits
let proxy: CuttingProxy

beforeAll(async () => {
  visits = await openVisits()
  proxy = await openCuttingProxy(Number(new URL(visits.site).port))
})
afterEach(() => visits.tidy())
afterAll(async () => {
  await proxy.close()
  await visits.close()
})

/** One request on a connection of its own. @returns the status, or undefined where no whole answer came */
function post(port: number, body: string): Promise<number | undefined> {
  return new Promise(resolve => {
    const sending = httpRequest(
      {
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/en/getting-help',
        agent: false,
        headers: formHeaders
      },
      response => {
        response.resume()
        response.on('end', () => resolve(response.complete ? response.statusCode : undefined))
        response.on('error', () => resolve(undefined))
      }
    )
    sending.on('error', () => resolve(undefined))
    sending.end(body)
  })
}

const sending = (mark: string): string =>
  formBody({
    band: '16_17',
    version: '1',
    resend: randomBytes(16).toString('hex'),
    stage: 'send',
    'q.devices': ['own_phone', 'school'],
    'q.hours': '5',
    'q.message': mark
  })

describe('a connection that is cut', () => {
  it('at any byte of the request or the response ends, tried again, in one stored answer', async () => {
    await post(proxy.port, sending('cut request 100'))
    const { request, response } = { ...proxy.passed }
    expect(Math.min(request, response)).toBeGreaterThan(200)
    const cuts: Cut[] = [
      ...Array.from({ length: request }, (_, after) => ({ after, of: 'request' as const })),
      ...Array.from({ length: response }, (_, after) => ({ after, of: 'response' as const }))
    ]
    const direct = Number(new URL(visits.site).port)
    for (const cut of cuts) {
      const body = sending(`cut ${cut.of} ${cut.after}`)
      proxy.cutNext(cut)
      const first = await post(proxy.port, body)
      proxy.cutNext(null)
      expect(first === undefined || first === 303).toBe(true)
      expect(await post(direct, body)).toBe(303)
    }
    const texts = (await waitingTexts(visits.house, visits.consultation)).map(({ text }) => text)
    const marks = [...cuts.map(({ of, after }) => `cut ${of} ${after}`), 'cut request 100']
    expect(texts.toSorted()).toEqual(marks.toSorted())
    expect(await visits.stored()).toHaveLength(cuts.length + 1)
  })

  it.each([
    ['the request', { of: 'request', after: 0 }],
    ['the request', { of: 'request', after: 300 }],
    ['the response', { of: 'response', after: 0 }],
    ['the response', { of: 'response', after: 5 }],
    ['the response', { of: 'response', after: 300 }]
  ] satisfies [string, Cut][])(
    'within %s never has the page say “sent” before it is, and ends in one stored answer (%o)',
    async (_, cut) => {
      const { t, choose, goOn, skipToReview, send } = handsOn(visits, 'en')
      const before = (await visits.stored()).length
      const page = await visits.browser.newPage()
      await page.goto(`http://127.0.0.1:${proxy.port}${questionsPath('en')}`)
      await choose(page, 'devices', 'own_phone')
      await goOn(page)
      await skipToReview(page)
      proxy.cutNext(cut)
      await send(page)
      // A browser may try again by itself where nothing of an answer has come.
      const thanks = page.waitForURL('**/thanks').then(() => true)
      const isSent = await Promise.race([
        thanks,
        page
          .locator('#not-sent h2')
          .waitFor()
          .then(() => false)
      ])
      if (!isSent) {
        expect(await page.locator('body').innerText()).not.toContain(t('respond:thanks.sent'))
        await send(page)
        await thanks
      }
      expect(await visits.stored()).toHaveLength(before + 1)
      await page.close()
    }
  )
})
