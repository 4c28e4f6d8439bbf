import { drizzle } from 'drizzle-orm/node-postgres'
import fastify from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { languages, translator, type Language } from '#locales'
import { noMedia, type Media } from '#views'
import { openPool } from '../../../server/database/pool.ts'
import * as schema from '../../../server/database/schema.ts'
import { helpRoutes } from '../../../server/helplines/routes.ts'
import { openHelp, type Help } from '../../support/help-pages.ts'
import { helpline } from '../../support/helplines.ts'
import { testRenderer } from '../../views/renderer.ts'

let help: Help

beforeAll(async () => {
  help = await openHelp()
})
beforeEach(() => help.afresh())
afterAll(() => help.house.close())

describe('a helpline', () => {
  it('is shown on its ninetieth day and gone on the next, though its page was remembered', async () => {
    await help.keep(helpline())
    for (const [instant, isShown] of [
      ['2026-03-01T12:00:00Z', true],
      ['2026-05-30T21:59:58Z', true],
      ['2026-05-30T22:00:00Z', false],
      ['2026-02-28T12:00:00Z', false]
    ] as const) {
      help.house.setClock(instant)
      for (const path of ['/en/help', '/en/help/GB', '/ar/help', '/ar/help/GB']) {
        const html = await help.page(path)
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
    const etag = async () => (await help.house.app.inject('/en/help/GB')).headers['etag']
    const without = await etag()
    await help.keep(helpline())
    help.house.setClock(new Date(help.house.now().getTime() + 1000).toISOString())
    expect(await etag()).not.toBe(without)
    await help.house.database.db.delete(schema.helplines)
    help.house.setClock(new Date(help.house.now().getTime() + 1000).toISOString())
    expect(await etag()).toBe(without)
  })

  it('may be kept by browsers for five minutes', async () => {
    for (const path of ['/en/help', '/en/help/GB']) {
      const reply = await help.house.app.inject(path)
      expect(reply.headers['cache-control']).toBe('public, max-age=300')
    }
  })

  it.each(languages)('that is not verified now stands on no page in %s', async (language: Language) => {
    await help.keep(
      helpline({ name: 'Unverified', verifiedOn: null, verifiedBy: null }),
      helpline({ name: 'Too old', verifiedOn: '2025-12-09' }),
      helpline({ name: 'Too early', verifiedOn: '2026-03-11' }),
      helpline({ name: 'No source', source: '' }),
      helpline({ name: 'No way', number: null, website: null })
    )
    for (const path of ['', '/help', '/help/GB', '/help/gb', '/privacy', '/accessibility']) {
      const html = await help.page(`/${language}${path}`)
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
      clock: () => help.house.now()
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
    const { db } = help.house.database
    helpRoutes(app, {
      db,
      renderer: testRenderer(),
      mediaOf: async () => media,
      clock: () => help.house.now()
    })
    expect((await app.inject('/en/help')).body).not.toContain('<video')
    const src = '/media/site/en/sign-help.webm'
    media = { ...noMedia, videos: { help: { sources: [{ src, type: 'video/webm' }], bytes: 7 } } }
    expect((await app.inject('/en/help')).body).toContain(`<source src="${src}" type="video/webm">`)
    await app.close()
  })

  it('is not there in a language that we do not speak', async () => {
    for (const path of ['/de/help', '/de/help/DE'])
      expect((await help.house.app.inject(path)).statusCode).toBe(404)
  })
})
