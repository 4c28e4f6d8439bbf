import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { translator, type Language } from '#locales'
import { findRelease } from '../../server/releases/store.ts'
import { resultsHtmlOf } from '../../server/reports/results-html.ts'
import { demonstrate, demonstrationSlugs } from '../../server/secretariat/demonstration.ts'
import { loadViews } from '../../server/views.ts'
import { textInWord } from '../support/document-tables.ts'
import { formBody, formHeaders, openConsultation, openHouse, type House } from '../support/house.ts'

const { open, finished } = demonstrationSlugs
const spoken: readonly Language[] = ['en', 'ar']

let house: House

beforeAll(async () => {
  house = await openHouse()
  await demonstrate(house.database, house.keyFolder, house.now())
  await openConsultation(house, { slug: 'a-real-one' })
})
afterAll(() => house.close())

type Page = Awaited<ReturnType<House['app']['inject']>>

const isPage = (page: Page) => String(page.headers['content-type']).startsWith('text/html')
const isWord = (page: Page) => String(page.headers['content-type']).includes('wordprocessingml')
const markIn = (language: Language) =>
  `<p class="demonstration">${translator(language)('chrome:demonstration')}</p>`

/** Whether something that was sent says that it is part of a demonstration. */
function isMarked(page: Page, language: Language): boolean {
  if (isPage(page)) return page.body.includes(markIn(language))
  // A document that is passed on has lost its name.
  if (isWord(page)) return textInWord(page.rawPayload).includes(translator(language)('report:demonstration'))
  const name = String(page.headers['content-disposition'])
  if (/filename="demonstration-/.test(name)) return true
  return (
    String(page.headers['content-type']).startsWith('application/json') && page.json().demonstration === true
  )
}

/** Every page and file of the site in a language that links lead to, from the first page and some that nothing links. */
async function pagesIn(language: Language, unlinked: readonly string[] = []): Promise<Map<string, Page>> {
  const found = new Map<string, Page>()
  const ahead = [`/${language}`, ...unlinked.map(path => `/${language}/${path}`)]
  for (let url = ahead.pop(); url !== undefined; url = ahead.pop()) {
    if (found.has(url)) continue
    const page = await house.app.inject({ url })
    found.set(url, page)
    if (!isPage(page)) continue
    const links = [...page.body.matchAll(/(?:href|src)="(\/[^"#]*)/g)].map(([, href = '']) => href)
    ahead.push(...links.filter(href => href.startsWith(`/${language}`) || href.startsWith('/results/')))
  }
  return found
}

describe.each(spoken)('whoever looks at the demonstrations in %s', language => {
  it('is told on every page and in every file that nothing there counts', async () => {
    const bands = ['13_15', '16_17', '18_24', 'pns', 'under', 'over', 'thanks']
    const pages = await pagesIn(language, [
      ...bands.map(band => `${open}/${band}`),
      finished,
      `${finished}/thanks`,
      `${finished}/13_15`,
      `results/${open}`
    ])
    const ours = [...pages].filter(([url]) => url.includes(open) || url.includes(finished))
    const names = ours.map(([url]) => url)
    expect(names).toEqual(
      expect.arrayContaining([
        `/${language}/${open}`,
        `/${language}/results/${finished}`,
        `/${language}/results/${finished}/1`,
        `/${language}/results/${finished}/1/data.csv`,
        `/${language}/results/${finished}/1/figures/trends.png`,
        `/${language}/results/${finished}/1/report`,
        `/${language}/results/${finished}/1/report.docx`,
        `/results/${finished}/1/dictionary.json`
      ])
    )
    expect(ours.filter(([, page]) => page.statusCode >= 500).map(([url]) => url)).toEqual([])
    expect(ours.filter(([, page]) => !isMarked(page, language)).map(([url]) => url)).toEqual([])
  })

  it('is told so beside their names on the first page', async () => {
    const { body } = await house.app.inject({ url: `/${language}` })
    const cards = body.split('<a class="card"').slice(1)
    const tag = `<span class="card-fact tag">${translator(language)('chrome:demonstrationShort')}</span>`
    expect(cards.filter(card => card.includes(tag))).toHaveLength(3)
    expect(cards.find(card => card.includes('a-real-one'))).not.toContain(tag)
  })

  it('is told so after sending, and when a form is sent back', async () => {
    const send = (fields: Record<string, string>) =>
      house.app.inject({
        method: 'POST',
        url: `/${language}/${open}`,
        headers: formHeaders,
        payload: formBody({ band: '16_17', version: '1', ...fields })
      })
    const resend = randomBytes(16).toString('hex')
    const replies = {
      sentBack: await send({ resend, 'q.hours': 'many' }),
      ofAnotherVersion: await send({ resend, version: '2' }),
      toBeChecked: await send({ 'q.hours': '3' })
    }
    const marked = Object.entries(replies).map(([name, page]) => [
      name,
      page.statusCode,
      isMarked(page, language)
    ])
    expect(marked).toEqual([
      ['sentBack', 422, true],
      ['ofAnotherVersion', 409, true],
      ['toBeChecked', 200, true]
    ])
    const sent = await send({ resend, 'q.hours': '3' })
    expect(sent.statusCode).toBe(303)
    expect(isMarked(await house.app.inject({ url: String(sent.headers.location) }), language)).toBe(true)
  })

  it('reads it in the file of results that is handed on', async () => {
    const found = await findRelease(house.database.db, finished)
    if (found === undefined) throw new Error('no release')
    const { renderer } = await loadViews()
    expect(resultsHtmlOf(renderer, found, language, undefined)).toContain(markIn(language))
  })
})

describe('whoever looks at a consultation that is none', () => {
  it('reads of no demonstration', async () => {
    const pages = await pagesIn('en', ['a-real-one/thanks', 'a-real-one/13_15', 'results/a-real-one'])
    const ours = [...pages].filter(([url]) => url.includes('a-real-one'))
    expect(ours.length).toBeGreaterThan(5)
    expect(ours.filter(([, page]) => isMarked(page, 'en')).map(([url]) => url)).toEqual([])
  })
})
