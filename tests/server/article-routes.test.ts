import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { factsOf, languages } from '#locales'
import { stored } from '../../server/database/stored.ts'
import { exampleStored } from '../../views/examples/stored.ts'
import { openHouse, type House } from '../support/house.ts'
import { textsIn } from '../support/texts.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const paths = ['about', 'privacy', 'privacy/easy', 'accessibility']

describe.each(paths)('the page /%s', path => {
  it.each(languages)('is there in %s, and names its language and words', async language => {
    const reply = await house.app.inject({ url: `/${language}/${path}` })
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8')
    const edition = path === 'privacy/easy' ? 'easy' : 'standard'
    expect(reply.body).toContain(
      `<html lang="${factsOf(language).tag}" dir="${factsOf(language).dir}" class="${edition}">`
    )
  })

  it('may be kept by anybody, since it is the same for everybody', async () => {
    const { headers } = await house.app.inject({ url: `/en/${path}` })
    expect(headers['cache-control']).toBe('public, max-age=300')
    const again = await house.app.inject({
      url: `/en/${path}`,
      headers: { 'if-none-match': String(headers.etag) }
    })
    expect(again.statusCode).toBe(304)
  })

  it('links to nothing that is not there', async () => {
    const { body } = await house.app.inject({ url: `/en/${path}` })
    const links = [...body.matchAll(/href="(\/[^"]*)"/g)].map(([, href]) => href ?? '')
    expect(links.length).toBeGreaterThan(8)
    for (const href of new Set(links)) {
      expect({ href, status: (await house.app.inject({ url: href })).statusCode }).toEqual({
        href,
        status: 200
      })
    }
  })

  it('is not there in a language we do not speak', async () => {
    expect((await house.app.inject({ url: `/de/${path}` })).statusCode).toBe(404)
  })
})

describe('the list of what is stored', () => {
  it('names every table and column of the database, or says that the table is about no respondent', async () => {
    const { rows } = await house.database.db.execute<{ table: string; column: string }>(sql`
      select table_name as "table", column_name as "column" from information_schema.columns
      where table_schema = 'public' order by table_name, column_name`)
    const listed = stored()
    const tables = [...listed.others, ...listed.ofRespondents.map(({ name }) => name)]
    expect([...new Set(rows.map(({ table }) => table))].sort()).toEqual(tables.sort())
    const ofRespondents = rows.filter(({ table }) => !listed.others.includes(table))
    expect(ofRespondents.map(({ table, column }) => `${table}.${column}`)).toEqual(
      columnNames(listed.ofRespondents)
    )
  })

  it.each(languages)('stands on the page in %s, each column with its explanation', async language => {
    const { body } = await house.app.inject({ url: `/${language}/privacy` })
    const texts = textsIn(language)
    for (const { name, columns } of stored().ofRespondents) {
      expect(body).toContain(`<code dir="ltr">${name}</code>`)
      for (const column of columns) {
        const explanation = texts.get(`trust:stored.${name}.${column}`)
        expect({ name, column, explanation }).toMatchObject({ explanation: expect.stringMatching(/.{5,}/) })
        expect(body).toContain(`<dt><code dir="ltr">${column}</code></dt><dd>${explanation}</dd>`)
      }
    }
    for (const name of stored().others) expect(body).toContain(`<li><code dir="ltr">${name}</code></li>`)
  })

  it.each(languages)('has no explanation in %s of what is no longer there', language => {
    const explained = [...textsIn(language).keys()].flatMap(
      key => /^trust:stored\.(.+)$/.exec(key)?.[1] ?? []
    )
    expect(explained.sort()).toEqual(columnNames(stored().ofRespondents))
  })

  it('counts a table that nobody has looked at as one about respondents', () => {
    // Those that hold something of people who answer stand in no list: they are what is left.
    expect(stored().ofRespondents.map(({ name }) => name)).toEqual([
      'responses',
      'remarks',
      'cards',
      'concerns',
      'pending_marks',
      'resends_even',
      'resends_odd',
      'room_entries',
      'spent_marks',
      'waiting'
    ])
  })

  it('is the one that the examples show', () => {
    expect(exampleStored).toEqual(stored())
  })
})

function columnNames(tables: ReturnType<typeof stored>['ofRespondents']): string[] {
  return tables.flatMap(({ name, columns }) => columns.map(column => `${name}.${column}`)).sort()
}
