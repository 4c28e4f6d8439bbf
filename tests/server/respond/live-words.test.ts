import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openConsultation, openHouse, type House } from '../../support/house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
  await openConsultation(house, { slug: 'live-one', live: true })
  await openConsultation(house, { slug: 'quiet-one' })
})
afterAll(() => house.close())

describe('what is promised to respondents', () => {
  it.each([
    ['thanks', 'some answers are mixed and counted together'],
    ['thanks/easy', 'we mix some answers'],
    ['privacy', 'it already mixes some of the answers'],
    ['privacy/easy', 'we already mix some answers']
  ])('tells on the page %s of live results where there are any', async (page, said) => {
    const of = async (slug: string) => (await house.app.inject(`/en/${slug}/${page}`)).payload
    expect(await of('live-one')).toContain(said)
    expect(await of('quiet-one')).not.toContain(said)
  })
})
