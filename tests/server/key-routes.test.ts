import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages, translator } from '#locales'
import { fingerprintOfKey } from '../../server/tokens/key-fingerprint.ts'
import { openConsultation, openHouse, type House } from '../support/house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const read = async (language: string) => (await house.app.inject({ url: `/${language}/privacy/keys` })).body

describe('the page of the keys', () => {
  it('says that there are none, and then shows the fingerprint of each consultation by cards or a room', async () => {
    await openConsultation(house)
    expect(await read('en')).toContain(translator('en')('entry:keys.none'))
    const cards = await openConsultation(house, { slug: 'by-card', access: 'cards' })
    const room = await openConsultation(house, { slug: 'in-a-room', access: 'room', languages: ['fr'] })
    for (const language of languages) {
      const html = await read(language)
      const shown = [...html.matchAll(/<code dir="ltr">([^<]+)</g)].map(match => match[1])
      expect(shown).toEqual([cards, room].map(each => fingerprintOfKey(each.tokenKey!)))
    }
    expect(await read('ru')).toContain('in-a-room')
    expect((await house.app.inject({ url: '/xx/privacy/keys' })).statusCode).toBe(404)
  })
})
