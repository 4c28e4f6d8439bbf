import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type House } from '../support/house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

describe('the bare address', () => {
  it.each([
    ['the one language that is asked for', 'fr', '/fr'],
    ['the same, asked for with a region', 'es-MX,es;q=0.9', '/es'],
    ['Chinese in any script', 'zh-Hant-TW', '/zh'],
    ['the first of several that we speak', 'de-CH,de;q=0.9,ru;q=0.8,en;q=0.7', '/ru'],
    ['the one with the most weight, wherever it stands', 'en;q=0.3, ar;q=0.9', '/ar'],
    ['the first of two with the same weight', 'fr;q=0.8,es;q=0.8', '/fr'],
    ['English where none of the six is asked for', 'de,nl;q=0.5', '/en'],
    ['English where any will do', '*', '/en'],
    ['English where the header makes no sense', ';q=,,=;', '/en'],
    ['English where nothing is asked for', undefined, '/en']
  ])('leads to %s', async (_, accepted, home) => {
    const headers = accepted === undefined ? {} : { 'accept-language': accepted }
    const reply = await house.app.inject({ url: '/', headers })
    expect(reply.statusCode).toBe(302)
    expect(reply.headers.location).toBe(home)
    expect(reply.headers['vary']).toContain('accept-language')
  })
})
