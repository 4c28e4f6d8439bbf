import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages } from '#locales'
import { storeAnswers } from '../../support/answers.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
  const consultation = await openConsultation(house, { breakdowns: ['gender'] })
  await storeAnswers(house.database.db, consultation, 200, 'en')
  const english = await openConsultation(house, { slug: 'english', languages: ['en'], breakdowns: [] })
  await storeAnswers(house.database.db, english, 100, 'en')
  house.setClock('2026-04-02T08:00:00Z')
  for (const each of [consultation, english]) await house.publish(each)
})
afterAll(() => house.close())

const address = '/en/results/getting-help/1/figures/devices.png'

describe('the picture of a chart', () => {
  it('comes as a PNG with a name of its own, to be looked at', async () => {
    const reply = await house.app.inject(address)
    expect(reply.statusCode).toBe(200)
    expect(reply.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': 'inline; filename="getting-help-1-devices-en.png"',
      'cache-control': 'public, no-cache'
    })
    expect(reply.headers['content-encoding']).toBeUndefined()
    expect(reply.rawPayload.toString('latin1', 1, 4)).toBe('PNG')
  })

  it('is not sent again to whoever has it', async () => {
    const { headers, rawPayload } = await house.app.inject(address)
    const again = await house.app.inject({ url: address, headers: { 'if-none-match': String(headers.etag) } })
    expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0])
    expect((await house.app.inject(address)).rawPayload.equals(rawPayload)).toBe(true)
  })

  it('differs from language to language, and is there in all of them', async () => {
    const replies = await Promise.all(
      languages.map(language => house.app.inject(address.replace('/en/', `/${language}/`)))
    )
    expect(replies.map(reply => reply.statusCode)).toEqual(languages.map(() => 200))
    expect(new Set(replies.map(reply => reply.headers.etag)).size).toBe(languages.length)
  })

  it.each([
    ['of a question nobody asked', '/en/results/getting-help/1/figures/nothing.png'],
    ['of a question in own words', '/en/results/getting-help/1/figures/message.png'],
    ['of a release that is not there', '/en/results/getting-help/2/figures/devices.png'],
    ['of no number', '/en/results/getting-help/latest/figures/devices.png'],
    ['of no consultation', '/en/results/nobody/1/figures/devices.png'],
    ['in no language', '/xx/results/getting-help/1/figures/devices.png'],
    ['in a language it was not asked in', '/fr/results/english/1/figures/devices.png'],
    ['of another form', '/en/results/getting-help/1/figures/devices.svg'],
    ['of no name', '/en/results/getting-help/1/figures/.png'],
    ['of what every object has', '/en/results/getting-help/1/figures/constructor.png']
  ])('is not there %s', async (_what, url) => {
    const reply = await house.app.inject(url)
    expect(reply.statusCode).toBe(404)
    expect(reply.headers['cache-control']).toBe('no-store')
  })

  it('is linked from every figure of the page that has a chart', async () => {
    const page = (await house.app.inject('/ar/results/getting-help/1')).body
    const links = [...page.matchAll(/href="([^"]+\.png)"/g)].map(([, link]) => link ?? '')
    expect(links.length).toBe((page.match(/<div class="chart">/g) ?? []).length)
    expect(links.length).toBeGreaterThan(8)
    for (const link of links) expect((await house.app.inject(link)).statusCode).toBe(200)
  })
})
