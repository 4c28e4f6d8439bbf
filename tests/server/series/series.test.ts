import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages } from '#locales'
import { comparableAnyway } from '#surveys'
import { findConsultation, isOpened, type OpenedConsultation } from '../../../server/consultations/find.ts'
import { auditLog } from '../../../server/database/schema.ts'
import { findRelease } from '../../../server/releases/store.ts'
import { sayComparable } from '../../../server/secretariat/comparability.ts'
import {
  demonstrate,
  demonstrationSeries,
  demonstrationSlugs
} from '../../../server/secretariat/demonstration.ts'
import { setSeries } from '../../../server/secretariat/series.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'

let house: House
let pair: readonly [OpenedConsultation, OpenedConsultation]

beforeAll(async () => {
  house = await openHouse()
  await demonstrate(house.database, house.keyFolder, house.now())
  pair = [await opened(demonstrationSlugs.before), await opened(demonstrationSlugs.finished)]
})
afterAll(() => house.close())

async function opened(slug: string): Promise<OpenedConsultation> {
  const found = await findConsultation(house.database.db, slug)
  if (found === undefined || !isOpened(found)) throw new Error(`${slug} is not there`)
  return found
}

const address = `/series/${demonstrationSeries}`
const get = (url: string) => house.app.inject({ url })

describe('the page of a series', () => {
  it.each(languages)('shows in %s both waves, and shares as their releases have them', async language => {
    const { statusCode, body } = await get(`/${language}${address}`)
    expect(statusCode).toBe(200)
    for (const slug of [demonstrationSlugs.before, demonstrationSlugs.finished])
      expect(body).toContain(`href="/${language}/results/${slug}/1"`)
    expect(body.match(/<svg viewBox/g)?.length).toBeGreaterThan(20)
    expect(body).not.toMatch(/NaN|undefined|\[object/)
  })

  it('prints no share that the releases do not print', async () => {
    const { body } = await get(`/en${address}`)
    for (const [at, { slug }] of pair.entries()) {
      const stored = await findRelease(house.database.db, slug)
      const trends = stored?.release.tables.find(
        table => table.question === 'trends' && table.by.length === 0
      )
      for (const { code, percent } of trends?.columns[0]?.cells ?? [])
        expect(shareOn(body, 'trends', code, at + 1)).toBe(percent === null ? '[c]' : `${percent}%`)
    }
  })

  it('tells what differed, where it breaks, and who decided that it does not', async () => {
    const { body } = await get(`/en${address}`)
    expect(figureOf(body, 'trends')).toContain('differed by')
    expect(figureOf(body, 'strategies')).toContain('What changed: the explanation beside it.')
    expect(figureOf(body, 'strategies')).not.toContain('differed by')
    expect(figureOf(body, 'obstacles')).toContain('A person looked at both and decided on')
    expect(figureOf(body, 'lessons')).toContain('who was asked')
    expect(body).toContain('Who teaches you how to use digital technology well?')
  })

  it('is linked from the results of both waves, and from no others', async () => {
    for (const { slug } of pair)
      expect((await get(`/fr/results/${slug}`)).body).toContain(`href="/fr${address}"`)
  })

  it('can be taken away as rows of the releases, and how each can be compared', async () => {
    const { headers, body } = await get(`/ru${address}/data.csv`)
    expect(headers['content-type']).toContain('text/csv')
    const rows: Record<string, string>[] = parse(body, { columns: true })
    expect(new Set(rows.map(row => row['wave']))).toEqual(new Set(pair.map(({ slug }) => slug)))
    const kinds = (question: string) => [
      ...new Set(rows.filter(row => row['question_id'] === question).map(row => row['comparison']))
    ]
    expect(kinds('trends')).toEqual(['first', 'same'])
    expect(kinds('obstacles')).toEqual(['first', 'confirmed'])
    expect(kinds('strategies')).toEqual(['first', 'break'])
    expect(kinds('taught_by')).toEqual(['first'])
  })

  it('is not there under a name that no series has, or one that cannot be', async () => {
    for (const url of [
      '/en/series/nothing',
      '/en/series/A..b',
      `/xx${address}`,
      '/en/series/nothing/data.csv'
    ])
      expect((await get(url)).statusCode).toBe(404)
  })
})

describe('the secretariat', () => {
  const now = new Date('2026-03-11T09:00:00Z')
  const actor = { by: 'somebody', now }

  it('takes a word back, and the page breaks', async () => {
    const { db } = house.database.as('secretariat')
    const word = { question: comparableAnyway.question, comparable: false, why: 'The list was read out.' }
    expect(await sayComparable(db, pair, word, actor)).toMatchObject({ ok: true })
    const figure = figureOf((await get(`/en${address}`)).body, 'obstacles')
    expect(figure.replaceAll('\u00a0', ' ')).toContain('so decided by a person on 11 March 2026')
    expect(figure).toContain('>[b]</abbr>')
    const logged = await house.database.db.select().from(auditLog)
    expect(logged.at(-1)).toMatchObject({
      by: 'somebody',
      did: 'called not comparable',
      detail: { ...word, earlier: pair[0].slug, changes: ['wording'] }
    })
  })

  it.each([
    ['a question that is new', 'taught_by', 'A reason', 'compare.notAsked'],
    ['a question in own words', 'future', 'A reason', 'compare.notCounted'],
    ['without a reason', 'trends', '  ', 'compare.why']
  ])('says nothing of %s', async (_, question, why, code) => {
    const { db } = house.database.as('secretariat')
    const said = await sayComparable(db, pair, { question, comparable: true, why }, actor)
    expect(said).toMatchObject({ ok: false, problems: [{ code }] })
  })

  it('names the earlier wave first, and two of one series', async () => {
    const { db } = house.database.as('secretariat')
    const word = { question: 'trends', comparable: true, why: 'A reason' }
    const turned = await sayComparable(db, [pair[1], pair[0]], word, actor)
    expect(turned).toMatchObject({ ok: false, problems: [{ code: 'compare.order' }] })
    const alone = await sayComparable(db, [pair[1], pair[1]], word, actor)
    expect(alone).toMatchObject({ ok: false, problems: [{ code: 'compare.notTogether' }] })
  })

  it('never has made-up answers and real ones in one series', async () => {
    const { slug } = await openConsultation(house, { slug: 'a-real-one' })
    const { db } = house.database.as('secretariat')
    const joined = await setSeries(db, slug, demonstrationSeries, actor)
    expect(joined).toMatchObject({ ok: false, problems: [{ code: 'series.demonstration' }] })
    expect(await setSeries(db, slug, 'Not a name', actor)).toMatchObject({
      ok: false,
      problems: [{ code: 'series.name' }]
    })
    const joins = () => setSeries(db, slug, 'ours', actor)
    expect(await joins()).toEqual({ ok: true, value: { changed: true, from: null } })
    expect(await joins()).toEqual({ ok: true, value: { changed: false, from: 'ours' } })
  })

  it('cannot change or take away what somebody has said', async () => {
    const { pool } = house.database
    for (const statement of ['delete from comparabilities', 'update comparabilities set comparable = true'])
      await expect(pool.query(statement)).rejects.toMatchObject({ code: '23000' })
  })
})

/** The part of the page about a question, found by a code that only its table has. */
function figureOf(body: string, question: string): string {
  const text = pair[1].version.questionnaire.sections
    .flatMap(({ items }) => items)
    .find(({ id }) => id === question)?.text.standard.en
  return (
    body
      .split('<section class="figure')
      .find(part => part.includes(`${text}</h3>`) || part.includes(`${text}⁩</h3>`)) ?? ''
  )
}

function shareOn(body: string, question: string, code: string, wave: number): string {
  const block = figureOf(body, question).split(`data-code="${code}"`)[1] ?? ''
  const row = block.split(`data-group="${wave}"`)[1]?.split('</tr>')[0] ?? ''
  return (/<td class="n">([\s\S]*?)<\/td>/.exec(row)?.[1] ?? '').replaceAll(/<[^>]*>/g, '').trim()
}
