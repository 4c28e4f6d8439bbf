import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages } from '#locales'
import { examplePages } from '#views'
import { buildApp } from '../../server/app.ts'
import { loadViews } from '../../server/views.ts'
import { openWorkshop } from '../../server/workshop/index.ts'
import { partialFiles } from '../../views/templates.ts'
import { openHouse, type House } from '../support/house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

describe('the gallery', () => {
  it('lists every example in every language, with links that lead there', async () => {
    const reply = await house.app.inject({ url: '/gallery' })
    expect(reply.statusCode).toBe(200)
    const links = [...reply.body.matchAll(/href="(\/gallery\/[^"]+)"/g)].map(([, href]) => href ?? '')
    expect(links).toHaveLength(examplePages('en').length * languages.length)
    expect(new Set(links).size).toBe(links.length)
    for (const href of links.filter(link => link.startsWith('/gallery/ru/'))) {
      expect({ href, status: (await house.app.inject({ url: href })).statusCode }).toEqual({
        href,
        status: 200
      })
    }
  })

  it('shows an example as the page it is, under the policy of every page', async () => {
    const at = examplePages('ar').findIndex(({ name }) => name === 'privacy')
    const reply = await house.app.inject({ url: `/gallery/ar/${at + 1}` })
    const page = await house.app.inject({ url: '/ar/privacy' })
    expect(reply.body).toBe(page.body)
    expect(reply.headers['content-security-policy']).toBe(page.headers['content-security-policy'])
    expect(reply.headers['cache-control']).toBe('no-store')
  })

  it('has every partial, and shows each with something in it', async () => {
    const names = examplePages('en').map(({ name }) => name)
    for (const partial of Object.keys(partialFiles)) {
      const at = names.indexOf(`partial “${partial}”`)
      const { body } = await house.app.inject({ url: `/gallery/en/${at + 1}` })
      const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'))
      // Each stands in a `div` on a line of its own; one of a partial's own stands further in.
      const samples = main.split(/\n<div class="[^"]*">\n/).slice(1)
      expect({ partial, samples: samples.length }).not.toEqual({ partial, samples: 0 })
      expect({ partial, tags: /<\w+|\d/.test(samples[0] ?? '') }).toEqual({
        partial,
        tags: true
      })
    }
  })

  it.each(['/gallery/en/0', '/gallery/en/9999', '/gallery/en/one', '/gallery/de/1', '/gallery/en/1.5'])(
    'has nothing at %s',
    async url => {
      expect((await house.app.inject({ url })).statusCode).toBe(404)
    }
  )

  it('shows the design system with the colours of the style sheet and their contrast', async () => {
    const at = examplePages('en').findIndex(({ name }) => name === 'design system')
    const { body } = await house.app.inject({ url: `/gallery/en/${at + 1}` })
    expect(body).toContain('fill="var(--voice-ground)"')
    // Black on white is 21; ours is not black.
    expect(body).toMatch(
      /<code>ink<\/code> <code>paper<\/code><\/th><td class="n">7\.0<\/td><td class="n">17\.8<\/td>/
    )
  })
})

it('is not there in production', async () => {
  const workshop = openWorkshop()
  const app = await buildApp({
    admission: house.database,
    reader: house.database.db,
    secretariat: house.database.db,
    keyFolder: house.keyFolder,
    views: await loadViews(),
    workshop,
    pepper: randomBytes(32),
    clock: () => house.now(),
    trustProxy: false,
    https: true,
    gallery: false,
    logger: false
  })
  for (const url of ['/gallery', '/gallery/en/1']) expect((await app.inject({ url })).statusCode).toBe(404)
  await app.close()
  await workshop.close()
})
