import { parse } from 'csv-parse/sync'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatNumber, formatPercent, languages, translator, type Language } from '#locales'
import { isClosed, questionsOf } from '#surveys'
import type { OpenedConsultation } from '../../server/consultations/find.ts'
import { pourAtClose } from '../../server/waiting-room/pour.ts'
import { publishRelease, type Publication } from '../../server/releases/publish.ts'
import { noiseKey } from '../../server/releases/noise-key.ts'
import { releases } from '../../server/database/schema.ts'
import { storeAnswers } from '../support/answers.ts'
import { violations } from '../support/axe.ts'
import { openBrowser, scrollsSideways } from '../support/browser.ts'
import { openConsultation, openHouse, type House } from '../support/house.ts'
import { smallQuestionnaire } from '../support/small-consultation.ts'

let house: House
let browser: Browser
let consultation: OpenedConsultation
let site: string
const afterwards = '2026-04-02T08:00:00Z'

async function release(of = consultation, key = house.key): Promise<Publication> {
  const actor = { by: 'test', now: house.now() }
  const pourer = house.database.as('pourer')
  await pourAtClose(pourer.db, house.keyFolder, of, actor)
  return publishRelease(pourer.pool, key, of, actor)
}

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  consultation = await openConsultation(house)
  await storeAnswers(house.database.db, consultation, 700, 'ar')
  // One breakdown: axe looks at every cell.
  const brief = await openConsultation(house, { slug: 'brief', breakdowns: ['gender'] })
  await storeAnswers(house.database.db, brief, 200, 'ar')
  house.setClock(afterwards)
  await release()
  await release(brief)
  site = await house.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

type Row = Readonly<Record<string, string>>

async function csvIn(language: Language): Promise<Row[]> {
  const reply = await house.app.inject(`/${language}/results/getting-help/1/data.csv`)
  expect(reply.statusCode).toBe(200)
  return parse(reply.body, { columns: true, bom: true }) as Row[]
}

/** How the page prints a row of the CSV: count and share, or the marks in their place. */
function printed(row: Row, language: Language): string[] {
  const { n = '', percent = '', status = '', option_code = '' } = row
  const count =
    n === '' ? (status === 't' ? '[t]' : '[c]') : formatNumber(Number(n), language).replace(/\s+/g, ' ')
  if (['dk', 'pns', 'skipped', 'not_shown'].includes(option_code)) return [count]
  if (status === 'c') return ['[c]', '[c]']
  if (percent === '') return [count, '[x]']
  // Spaces that do not break are spaces here as well.
  const share = formatPercent(Number(percent), language).replace(/\s+/g, ' ')
  if (status === 't') return [count, translator(language)('results:orMore', { percent: share })]
  return [count, status === 'low' ? `${share} [low]` : share]
}

/** How the page prints the base of a row: in the caption of a figure, in a row of its own for a group. */
function printedBase({ base = '', group }: Row, language: Language): string {
  const count = base === '' ? '[c]' : formatNumber(Number(base), language)
  const text = group === '' ? `${translator(language)('results:figure.base')} ${count}` : count
  return text.replace(/\s+/g, ' ')
}

/** Every cell of the page, by question, breakdown, group and answer. */
async function cellsOf(language: Language): Promise<Map<string, string[]>> {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${site}/${language}/results/getting-help`)
  const cells = await page.evaluate(() => {
    const clean = (node: Element | null) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim()
    return [...document.querySelectorAll('section.figure')]
      .filter(section => section.querySelector('table'))
      .map(section => {
        const rows = [...section.querySelectorAll(':scope > table > tbody > tr[data-code]')].map(
          row => [row.getAttribute('data-code') ?? '', [...row.querySelectorAll('td')].map(clean)] as const
        )
        const states = [...section.querySelectorAll('.states > li')].map(
          item => [item.getAttribute('data-code') ?? '', [clean(item.querySelector('b'))]] as const
        )
        const breakdowns = [...section.querySelectorAll('details.breakdown')].map(details =>
          [...details.querySelectorAll('tbody')].flatMap(body =>
            [...body.querySelectorAll('tr[data-group]')].map(
              row =>
                [
                  row.getAttribute('data-group') ?? '',
                  body.getAttribute('data-code') ?? '',
                  [...row.querySelectorAll('td')].map(clean)
                ] as const
            )
          )
        )
        const base = ['base', [clean(section.querySelector(':scope > table > caption'))]] as const
        return { number: Number(section.id.slice(1)), rows: [base, ...rows, ...states], breakdowns }
      })
  })
  await context.close()
  const found = new Map<string, string[]>()
  cells.forEach(figure => {
    const question = figure.number - 1
    for (const [code, texts] of figure.rows) found.set(`${question} / all / ${code}`, [...texts])
    figure.breakdowns.forEach((rows, breakdown) => {
      for (const [group, code, texts] of rows)
        found.set(`${question} / ${breakdown} ${group} / ${code}`, texts)
    })
  })
  return found
}

describe.each(languages)('results in %s', language => {
  it('say the same on the page and in the CSV, cell by cell', async () => {
    // What was declared without a question is in no figure, and stands in the composition. What the audit left out is a
    // line without numbers at the end, and a note under its question.
    const rows = (await csvIn(language)).filter(
      row => !row['question_id']?.startsWith(':') && row['option_code'] !== ':left_out'
    )
    const cells = await cellsOf(language)
    // Figures follow the form; the data begin with who took part.
    const questions = questionsOf(smallQuestionnaire())
      .filter(isClosed)
      .map(({ id }) => id)
    let compared = 0
    for (const row of rows) {
      const question = questions.indexOf(row['question_id'] ?? '')
      const groups = [
        ...new Set(
          rows
            .filter(each => each['question_id'] === row['question_id'] && each['group'] !== '')
            .map(each => each['group'])
        )
      ]
      const place =
        row['group'] === ''
          ? 'all'
          : `${groups.indexOf(row['group'])} ${(row['group_value'] ?? '').replace('*', ' ')}`
      const key = `${question} / ${place} / ${row['option_code']}`
      const cell = cells.get(key)
      const wanted = printed(row, language)
      // A breakdown leaves the column of shares empty for those who did not answer.
      expect({ key, cell: cell?.slice(0, wanted.length) }).toEqual({ key, cell: wanted })
      const base = `${question} / ${place} / base`
      expect({ key, base: cells.get(base)?.[0] }).toEqual({ key, base: printedBase(row, language) })
      compared += 1
    }
    expect(compared).toBeGreaterThan(1000)
    const own = [...cells.keys()].filter(key => !/ \/ (size|base)$/.test(key))
    expect(own).toHaveLength(compared)
  })
})

describe('a results page', () => {
  it.each(['en', 'ar'] as const)(
    'holds no barrier and nothing past its sides, with charts and without, in %s',
    async language => {
      for (const script of [true, false]) {
        // Charts are drawn where there is room for them; on a phone the tables carry their bars.
        const context = await browser.newContext({ viewport: { width: 900, height: 740 } })
        // Axe itself needs timers, so the script is kept from the page rather than from the browser.
        if (!script) await context.route('**/assets/**', route => route.abort())
        const page = await context.newPage()
        await page.goto(`${site}/${language}/results/brief`)
        await page.locator('section.figure').first().scrollIntoViewIfNeeded()
        if (script) await page.locator('canvas').first().waitFor()
        else expect(await page.locator('svg rect').count()).toBeGreaterThan(5)
        await page.setViewportSize({ width: 320, height: 640 })
        await expect.poll(() => scrollsSideways(page)).toBe(false)
        expect(await violations(page)).toEqual([])
        await context.close()
      }
    }
  )

  it('is the only one that loads the charts', async () => {
    const results = (await house.app.inject('/en/results/getting-help')).body
    const [script] = /\/assets\/charts-[\w-]+\.js/.exec(results) ?? []
    expect(script).toBeDefined()
    for (const path of ['/en', '/en/help', '/en/getting-help'])
      expect((await house.app.inject(path)).body).not.toContain(script)
  })

  it('comes with a dictionary of its data, and the same release under its number for good', async () => {
    const dictionary = await house.app.inject('/results/getting-help/1/dictionary.json')
    const stored = await storedRelease(1)
    expect(dictionary.json()).toMatchObject({ release: { number: 1, sha256: stored?.hash }, responses: 700 })
    const page = await house.app.inject('/en/results/getting-help/1')
    expect(page.body).toContain(stored?.hash)
    expect((await house.app.inject('/en/results/getting-help/2')).statusCode).toBe(404)
  })
})

/** The stored row of one of the releases of `consultation`. */
async function storedRelease(number: number) {
  const rows = await house.database.db.select().from(releases)
  return rows.find(row => row.consultationId === consultation.id && row.number === number)
}

describe('a release', () => {
  it('stands as long as nothing new has come in, and chains the next one to itself', async () => {
    expect(await release()).toMatchObject({ outcome: 'unchanged', number: 1 })
    await storeAnswers(house.database.db, consultation, 9, 'en')
    expect(await release()).toMatchObject({ outcome: 'refused', code: 'tooClose' })
    await storeAnswers(house.database.db, consultation, 31, 'en')
    const first = await storedRelease(1)
    expect(await release()).toMatchObject({ outcome: 'released', number: 2, responses: 740 })
    const second = await storedRelease(2)
    expect(JSON.parse(second!.body)).toMatchObject({ previous: first!.hash, number: 2 })
  })

  it('is refused while answers come in, with another key, and for fewer than ten', async () => {
    house.setClock('2026-03-10T12:00:00Z')
    const small = await openConsultation(house, { slug: 'small' })
    expect(await release(small)).toMatchObject({ outcome: 'refused', code: 'stillOpen' })
    house.setClock(afterwards)
    await storeAnswers(house.database.db, small, 9, 'en')
    expect(await release(small)).toMatchObject({ outcome: 'refused', code: 'tooFew' })
    expect(await release(small, await noiseKey(`${house.keyFolder}/other`))).toMatchObject({
      outcome: 'refused',
      code: 'wrongKey'
    })
  })

  it('cannot be changed, nor what a consultation promised when it opened', async () => {
    const { pool } = house.database
    for (const statement of [
      "update releases set body = '{}'",
      'delete from releases',
      'truncate releases',
      'delete from versions',
      "update consultations set breakdowns = '{}'",
      'update consultations set policy = null',
      'delete from audit_log'
    ]) {
      await expect(pool.query(statement)).rejects.toThrow(/append-only|promises are fixed/)
    }
  })

  it('holds one row for each of two attempts at the same moment', async () => {
    house.setClock('2026-03-10T12:00:00Z')
    const busy = await openConsultation(house, { slug: 'busy' })
    await storeAnswers(house.database.db, busy, 50, 'en')
    house.setClock(afterwards)
    const outcomes = (await Promise.all([release(busy), release(busy)])).map(each => each.outcome)
    expect(outcomes.toSorted()).toEqual(['released', 'unchanged'])
  })
})
