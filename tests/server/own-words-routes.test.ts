import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages } from '#locales'
import { wordLists } from '#surveys'
import { openHouse, type House } from '../support/house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const get = (url: string, headers: Record<string, string> = {}) => house.app.inject({ url, headers })

describe.each(languages)('the list of phrases of %s', language => {
  const url = `/assets/own-words/${language}.json`

  it('is served as it stands, for a day, to be asked for again after that', async () => {
    const answer = await get(url)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(answer.headers['cache-control']).toBe('public, max-age=86400')
    expect(answer.json()).toEqual(wordLists[language])
    const again = await get(url, { 'if-none-match': String(answer.headers.etag) })
    expect(again.statusCode).toBe(304)
    expect(again.body).toBe('')
  })

  it('takes less than 3 KB of a connection', async () => {
    const { rawPayload, headers } = await get(url, { 'accept-encoding': 'gzip' })
    expect(headers['content-encoding']).toBe('gzip')
    expect(JSON.parse(gunzipSync(rawPayload).toString())).toEqual(wordLists[language])
    expect(rawPayload.length).toBeLessThan(3_000)
  })
})

it.each(['de', 'en.json.gz', '..%2fen', 'EN'])('there is no list “%s”', async name => {
  expect((await get(`/assets/own-words/${name}.json`)).statusCode).toBe(404)
})
