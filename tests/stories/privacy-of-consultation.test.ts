import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages } from '#locales'
import { bandsOf } from '../../server/consultations/find.ts'
import { assurances } from '../support/assurances.ts'
import { openConsultation, openHouse, type House } from '../support/house.ts'

let house: House
let slug: string
let bands: readonly string[]

beforeAll(async () => {
  house = await openHouse()
  const consultation = await openConsultation(house, { agesFrom: 8 })
  slug = consultation.slug
  bands = bandsOf(consultation)
})
afterAll(() => house.close())

const page = async (path: string) => {
  const { statusCode, body } = await house.app.inject(path)
  return { statusCode, body }
}

describe('who answers for a consultation', () => {
  it.each(languages)('stands on its page about privacy in %s', async language => {
    const { statusCode, body } = await page(`/${language}/${slug}/privacy`)
    expect(statusCode).toBe(200)
    for (const text of Object.values(assurances)) expect(body).toContain(`<bdi>${text}</bdi>`)
    expect((await page(`/${language}/${slug}/privacy/easy`)).body).toContain(assurances.controller)
  })

  it('is one step away from every page on which somebody decides or answers', async () => {
    const paths = ['', ...bands.flatMap(band => [`/${band}`, `/${band}/questions`]), '/thanks', '/no-thanks']
    for (const path of paths) {
      const { statusCode, body } = await page(`/en/${slug}${path}`)
      expect([path, statusCode]).toEqual([path, 200])
      expect(body).toMatch(new RegExp(`href="/en/${slug}/privacy(/easy)?"`))
    }
  })

  it('can be read before it is open, and after it has closed', async () => {
    for (const instant of ['2026-02-01T12:00:00Z', '2026-06-01T12:00:00Z']) {
      house.setClock(instant)
      expect((await page(`/fr/${slug}/privacy`)).statusCode).toBe(200)
    }
    house.setClock('2026-03-10T12:00:00Z')
  })

  it('is not found in a language that it does not speak, or where there is no consultation', async () => {
    expect((await page(`/de/${slug}/privacy`)).statusCode).toBe(404)
    expect((await page('/en/no-such-thing/privacy')).statusCode).toBe(404)
  })
})

describe('the page of results of a consultation that fewer than ten answered', () => {
  it.each(languages)('says in %s that the answers were destroyed unread', async language => {
    const path = `/${language}/results/few`
    await openConsultation(house, { slug: 'few' }).catch(() => undefined)
    await house.database.db.execute(sql`update consultations set emptied = null where slug = 'few'`)
    house.setClock('2026-04-01T12:00:00Z')
    const before = await page(path)
    await house.database.db.execute(sql`update consultations set emptied = 'destroyed' where slug = 'few'`)
    house.setClock('2026-04-01T12:00:05Z')
    const after = await page(path)
    expect([before.statusCode, after.statusCode]).toEqual([404, 404])
    const heading = (html: string) => /<h1[^>]*>([^<]+)/.exec(html)?.[1]
    expect(heading(after.body)).not.toBe(heading(before.body))
    if (language === 'en') expect(after.body).toContain('destroyed unread')
    house.setClock('2026-03-10T12:00:00Z')
  })
})
