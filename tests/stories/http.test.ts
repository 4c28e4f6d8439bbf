import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { openConsultation, openHouse, type House } from '../support/house.ts'
import { storeAnswers } from '../support/answers.ts'

let house: House
const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  house.app.inject({ url, headers })

beforeAll(async () => {
  house = await openHouse()
  const consultation = await openConsultation(house, { slug: 'in-french', languages: ['fr'] })
  await storeAnswers(house.database.db, consultation, 60, 'fr')
  house.setClock('2026-04-02T08:00:00Z')
  await house.publish(consultation)
  house.setClock('2026-03-10T12:00:00Z')
  await openConsultation(house)
})
afterAll(() => house.close())

describe('an address that leads nowhere', () => {
  it.each([
    ['a NUL for a short name', '/en/%00'],
    ['a NUL within a short name', '/en/getting%00help/thanks'],
    ['a NUL for results', '/en/results/%00'],
    ['a NUL for a release', '/en/results/%00/1/data.csv'],
    ['a NUL for a dictionary', '/results/%00/1/dictionary.json'],
    ['a line break in a short name', '/en/results/a%0ab'],
    ['another script', '/en/%E4%B8%AD'],
    ['half a character', '/en/%E4'],
    ['a name of 300 characters', `/en/${'a'.repeat(300)}`],
    ['results without a language', '/results/in-french'],
    ['results without a language, in another script', '/results/%E4%B8%AD']
  ])('gives a page that says so, under our headers: %s', async (_, url) => {
    const reply = await get(url)
    expect(reply.statusCode).toBe(404)
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(reply.headers['content-security-policy']).toContain("default-src 'none'")
    expect(reply.headers['cache-control']).toBe('no-store')
    expect(reply.body).toContain('<h1')
  })

  it('says so in the language of the address, also where the rest cannot be read', async () => {
    expect((await get('/fr/%E4')).body).toContain('<html lang="fr"')
  })
})

describe('what may be kept, and for how long', () => {
  it.each([
    '/fr/results/in-french/1',
    '/fr/results/in-french/1/data.csv',
    '/results/in-french/1/dictionary.json'
  ])('%s is asked for anew, since the next version of Earshot may put it differently', async url => {
    const reply = await get(url)
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['cache-control']).toBe('public, no-cache')
    const again = await get(url, { 'if-none-match': String(reply.headers.etag) })
    expect(again.statusCode).toBe(304)
  })

  it.each(['/', '/en', '/en/privacy', '/en/getting-help', '/en/getting-help/under', '/en/getting-help/over'])(
    '%s says how long it is good for',
    async url => {
      expect((await get(url)).headers['cache-control']).toMatch(/max-age|no-cache/)
    }
  )
})

describe('the first page', () => {
  it('shows what was opened within a second, and is otherwise the same document', async () => {
    house.setClock('2026-03-11T12:00:00Z')
    const before = await get('/en')
    expect(before.body).not.toContain('/en/another-one')
    await openConsultation(house, { slug: 'another-one' })
    house.setClock('2026-03-11T12:00:01Z')
    const after = await get('/en')
    expect(after.body).toContain('/en/another-one')
    expect(after.headers.etag).not.toBe(before.headers.etag)
    house.setClock('2026-03-11T12:00:02Z')
    expect((await get('/en')).headers.etag).toBe(after.headers.etag)
  })

  it('answers again after the database could not say what there is', async () => {
    house.setClock('2026-03-12T12:00:00Z')
    const { db } = house.database
    await db.execute(sql`alter table consultations rename to elsewhere`)
    const failed = await get('/en')
    await db.execute(sql`alter table elsewhere rename to consultations`)
    expect(failed.statusCode).toBe(500)
    expect((await get('/en')).statusCode).toBe(200)
  })
})
