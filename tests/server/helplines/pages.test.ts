import { drizzle } from 'drizzle-orm/node-postgres'
import fastify from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { countryName, formatDate, languages, nameOrder, translator, type Language } from '#locales'
import { noMedia, type Media } from '#views'
import { openPool } from '../../../server/database/pool.ts'
import * as schema from '../../../server/database/schema.ts'
import type { Helpline } from '../../../server/helplines/helpline.ts'
import { helpRoutes } from '../../../server/helplines/routes.ts'
import { unescaped } from '../../support/document-tables.ts'
import { helpline } from '../../support/helplines.ts'
import { midway, openHouse, type House } from '../../support/house.ts'
import { testRenderer } from '../../views/renderer.ts'

const { helplines } = schema

let house: House
/** Later with each test: what was read a moment ago is good for a second. */
let minutes = 0

beforeAll(async () => {
  house = await openHouse()
})
beforeEach(async () => {
  await house.database.db.delete(helplines)
  minutes += 1
  house.setClock(new Date(new Date(midway).getTime() + minutes * 60_000).toISOString())
})
afterAll(() => house.close())

const keep = (...all: readonly Helpline[]) => house.database.db.insert(helplines).values([...all])

async function page(path: string): Promise<string> {
  const reply = await house.app.inject(path)
  expect(reply.statusCode).toBe(200)
  return reply.body
}

const textOf = (html: string) =>
  unescaped(
    html
      .replaceAll('&#x3D;', '=')
      .replace(/<style>.*?<\/style>/s, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/[\u2066-\u2069]/g, '')
      .replace(/\s+/g, ' ')
  )

describe.each(['en', 'ar'] as const)('the page of help in %s', language => {
  const t = translator(language)

  it('says what is good everywhere, and how to leave without a trace', async () => {
    const html = await page(`/${language}/help`)
    const text = textOf(html)
    for (const key of ['danger', 'talk1', 'talk2', 'online1', 'limits', 'traces2', 'traces3', 'traces4'])
      expect(text).toContain(textOf(t(`help:${key}`)))
    expect(text).toContain(t('help:traces1', { leave: t('chrome:leave') }))
    expect(html).toContain(`id="leave" href="/${language}/leave"`)
    expect(html).not.toContain(t('help:countriesTitle'))
  })

  it('leads to the countries that have a helpline, in the order of the language', async () => {
    const codes = ['GB', 'EG', 'CN', 'FR', 'AT', 'MA']
    await keep(
      ...codes.map(country => helpline({ country })),
      helpline({ country: 'GB', name: 'Second' }),
      helpline({ country: 'DE', verifiedOn: null, verifiedBy: null })
    )
    const html = await page(`/${language}/help`)
    const links = [...html.matchAll(/<li><a href="\/\w+\/help\/(\w+)">([^<]+)</g)].map(([, code, name]) => ({
      code: code ?? '',
      name: unescaped(name ?? '')
    }))
    expect(html).toContain(t('help:countriesTitle'))
    expect(links.map(({ code }) => code).sort()).toEqual([...codes].sort())
    expect(links.map(({ name }) => name)).toEqual(
      codes.map(code => countryName(code, language)).toSorted(nameOrder(language))
    )
  })

  it('has a page for a country, with all that is known of each helpline', async () => {
    await keep(
      helpline({ number: '+44 (0)1632 960-001', languages: ['en', 'ar'] }),
      helpline({
        name: 'By day',
        number: null,
        website: 'https://day.example/chat',
        hours: '9–17',
        cost: 'unknown'
      })
    )
    const html = await page(`/${language}/help/GB`)
    const text = textOf(html)
    expect(text).toContain(t('help:country.title', { country: countryName('GB', language) }))
    expect(html).toContain('href="tel:+441632960001"')
    expect(html).toContain(
      '<a href="https://day.example/chat" rel="noreferrer"><bdi dir="ltr">day.example/chat</bdi></a>'
    )
    expect(html).toContain('<bdi>9–17</bdi>')
    for (const key of ['always', 'free', 'unknownCost']) expect(text).toContain(t(`help:line.${key}`))
    expect(text).toContain(textOf(formatDate('2026-03-01', language)))
    expect(text).toContain('https://line.example/about')
    expect(text).toContain(t('help:limits'))
    expect(text).toContain(t('help:danger'))
    expect(html).toContain('id="leave"')
    expect(html).toContain(`href="/${language}/help"`)
    // Who verified it is nobody else's business.
    expect(text).not.toContain('Somebody Careful')
  })

  it('puts the helplines that speak its language first', async () => {
    await keep(
      helpline({ name: 'A', languages: ['es'] }),
      helpline({ name: 'B', languages: ['fr', `${language}-GB`] }),
      helpline({ name: 'C', languages: [language] })
    )
    const html = await page(`/${language}/help/GB`)
    expect([...html.matchAll(/<h2><bdi>(\w)<\/bdi><\/h2>/g)].map(([, name]) => name)).toEqual(['B', 'C', 'A'])
  })

  it.each(['FR', 'XX', 'fr', 'nowhere', '%3Cscript%3E', '..%2F'])(
    'is good for everybody, without any helpline, for %s',
    async country => {
      await keep(helpline(), helpline({ country: 'FR', verifiedOn: '2025-01-01' }))
      const html = await page(`/${language}/help/${country}`)
      const text = textOf(html)
      for (const key of ['danger', 'talk1', 'talk2', 'limits', 'country.noneLead'])
        expect(text).toContain(textOf(t(`help:${key}`)))
      expect(html).not.toMatch(/tel:|960001|line\.example|<script>/)
    }
  )

  it('stays in the country when the language changes', async () => {
    await keep(helpline())
    expect(await page(`/${language}/help/gb`)).toContain('href="/ru/help/GB"')
    expect(await page(`/${language}/help/FR`)).toContain('href="/ru/help/FR"')
    expect(await page(`/${language}/help/nowhere`)).toContain('href="/ru/help"')
  })

  it('holds nothing of a helpline that would run', async () => {
    const nasty = '<script>alert(1)</script>"onmouseover="alert(2)'
    await keep(helpline({ name: nasty, hours: nasty, source: nasty }))
    const html = await page(`/${language}/help/GB`)
    expect(textOf(html)).toContain(nasty)
    expect(html).not.toMatch(/<script>alert|"onmouseover/)
    await keep(
      helpline({ name: 'a', website: 'javascript:alert(1)' }),
      helpline({ name: 'b', number: '1"onclick="alert(1)' })
    )
    minutes += 1
    house.setClock(new Date(new Date(midway).getTime() + minutes * 60_000).toISOString())
    expect(await page(`/${language}/help/GB`)).not.toMatch(/javascript:|onclick/)
  })
})

describe('a helpline', () => {
  it('is shown on its ninetieth day and gone on the next, though its page was remembered', async () => {
    await keep(helpline())
    for (const [instant, isShown] of [
      ['2026-03-01T12:00:00Z', true],
      ['2026-05-30T21:59:58Z', true],
      ['2026-05-30T22:00:00Z', false],
      ['2026-02-28T12:00:00Z', false]
    ] as const) {
      house.setClock(instant)
      for (const path of ['/en/help', '/en/help/GB', '/ar/help', '/ar/help/GB']) {
        const html = await page(path)
        expect({
          instant,
          path,
          is: /01632\s960001|href="\/\w+\/help\/GB">[^<]*(United|المملكة)/.test(html)
        }).toEqual({
          instant,
          path,
          is: isShown
        })
      }
    }
  })

  it('comes and goes within a second of being verified and taken away, and its page has another ETag', async () => {
    const etag = async () => (await house.app.inject('/en/help/GB')).headers['etag']
    const without = await etag()
    await keep(helpline())
    house.setClock(new Date(house.now().getTime() + 1000).toISOString())
    expect(await etag()).not.toBe(without)
    await house.database.db.delete(helplines)
    house.setClock(new Date(house.now().getTime() + 1000).toISOString())
    expect(await etag()).toBe(without)
  })

  it('may be kept by browsers for five minutes', async () => {
    for (const path of ['/en/help', '/en/help/GB']) {
      const reply = await house.app.inject(path)
      expect(reply.headers['cache-control']).toBe('public, max-age=300')
    }
  })

  it.each(languages)('that is not verified now stands on no page in %s', async (language: Language) => {
    await keep(
      helpline({ name: 'Unverified', verifiedOn: null, verifiedBy: null }),
      helpline({ name: 'Too old', verifiedOn: '2025-12-09' }),
      helpline({ name: 'Too early', verifiedOn: '2026-03-11' }),
      helpline({ name: 'No source', source: '' }),
      helpline({ name: 'No way', number: null, website: null })
    )
    for (const path of ['', '/help', '/help/GB', '/help/gb', '/privacy', '/accessibility']) {
      const html = await page(`/${language}${path}`)
      expect(html).not.toMatch(/Unverified|Too old|Too early|No source|No way|960001|line\.example|tel:/)
      expect(html).not.toContain(translator(language)('help:countriesTitle'))
    }
  })
})

describe('help', () => {
  it('is there when the database is not', async () => {
    const pool = openPool({ connectionString: 'postgres://nobody@127.0.0.1:1/nothing' })
    const app = fastify()
    helpRoutes(app, {
      db: drizzle(pool, { schema }),
      renderer: testRenderer(),
      mediaOf: async () => noMedia,
      clock: () => house.now()
    })
    for (const path of ['/en/help', '/ar/help/GB']) {
      const reply = await app.inject(path)
      expect(reply.statusCode).toBe(200)
      expect(reply.headers['cache-control']).toBe('no-cache')
      expect(reply.body).toContain('116')
    }
    await app.close()
    await pool.end()
  })

  it('can be watched in sign language once there is a video', async () => {
    let media: Media = noMedia
    const app = fastify()
    const { db } = house.database
    helpRoutes(app, { db, renderer: testRenderer(), mediaOf: async () => media, clock: () => house.now() })
    expect((await app.inject('/en/help')).body).not.toContain('<video')
    const src = '/media/site/en/sign-help.webm'
    media = { ...noMedia, videos: { help: { sources: [{ src, type: 'video/webm' }], bytes: 7 } } }
    expect((await app.inject('/en/help')).body).toContain(`<source src="${src}" type="video/webm">`)
    await app.close()
  })

  it('is not there in a language that we do not speak', async () => {
    for (const path of ['/de/help', '/de/help/DE'])
      expect((await house.app.inject(path)).statusCode).toBe(404)
  })
})
