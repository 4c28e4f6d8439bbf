import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { figuresIn, reportOf, type Report, type Said } from '#analytics'
import { formatNumber, formatPercent, languages, translator, type Language } from '#locales'
import { questionsOf, readyQuestionnaire } from '#surveys'
import { findRelease, type StoredRelease } from '../../server/releases/store.ts'
import { storeAnswers } from '../support/answers.ts'
import { openDocxLinter, type DocxLinter } from '../support/docx-lint.ts'
import { partOf } from '../server/reports/docx-parts.ts'
import { tablesInHtml, tablesInWord, textInWord, unescaped } from '../support/document-tables.ts'
import { openConsultation, openHouse, type House } from '../support/house.ts'

type Row = Readonly<Record<string, string>>

let house: House
let found: StoredRelease
let linter: DocxLinter

beforeAll(async () => {
  ;[house, linter] = await Promise.all([openHouse(), openDocxLinter()])
  const consultation = await openConsultation(house, {
    slug: 'digital-literacy',
    questionnaire: readyQuestionnaire('digital-literacy'),
    breakdowns: ['age_band', 'gender']
  })
  await storeAnswers(house.database.db, consultation, 1300, 'en')
  house.setClock('2026-04-02T08:00:00Z')
  await house.publish(consultation)
  const release = await findRelease(house.database.db, 'digital-literacy')
  if (release === undefined) throw new Error('there is no release')
  found = release
})
afterAll(async () => {
  await linter.close()
  await house.close()
})

describe.each(languages)('one release in %s', language => {
  let rows: Row[]
  let report: Report
  let word: Buffer
  let page: string

  beforeAll(async () => {
    const address = `/${language}/results/digital-literacy/1`
    const get = (path: string) => house.app.inject(`${address}${path}`)
    const [csv, docx, html] = [await get('/data.csv'), await get('/report.docx'), await get('/report')]
    expect([csv.statusCode, docx.statusCode, html.statusCode]).toEqual([200, 200, 200])
    rows = parse(csv.body, { columns: true }) as Row[]
    word = docx.rawPayload
    page = html.body
    report = reportOf({ ...found, language })
  })

  it('is a Word document that shuts nobody out and needs no repair', async () => {
    expect(await linter.problemsOf(word)).toEqual([])
  })

  it('has the tables of the CSV in Word, cell by cell', () => {
    const expected = [...answersTables(rows, language), ...groupTables(rows, language)]
    expect(expected.length).toBeGreaterThan(30)
    // The head and the box are set as tables too.
    expect(tablesInWord(word).slice(-expected.length)).toEqual(expected)
  })

  it('has the same tables on the page of the report', () => {
    const expected = [...answersTables(rows, language), ...groupTables(rows, language)]
    expect(tablesInHtml(page).slice(-expected.length)).toEqual(expected)
  })

  it('tells who took part before the results, with the numbers of the CSV', () => {
    const parts = compositionTables(rows, language)
    expect(parts.map(part => part.length)).toEqual([5, 3, 5, 6])
    const before = tablesInHtml(page).slice(0, parts.length)
    const inWord = tablesInWord(word)
    parts.forEach((part, index) => {
      // Those who did not say come last in the document, and as a state in the CSV.
      expect(before[index]?.slice(0, part.length)).toEqual(part)
      expect(inWord).toContainEqual(before[index])
    })
  })

  it('says in its sentences what the CSV has', () => {
    const said = sentencesOf(report).flatMap(({ says }) => says)
    expect(said.length).toBeGreaterThan(50)
    for (const each of said) expect({ ...each, value: inCsv(each, rows) ?? each.value }).toEqual(each)
    expect(said.filter(each => inCsv(each, rows) === undefined).map(({ what }) => what)).toEqual(
      said.flatMap(({ what }) => (what === 'responses' || what === 'written' ? [what] : []))
    )
  })

  it('has every sentence in Word and on the page', () => {
    const [inWord, onPage] = [plain(textInWord(word)), plain(page)]
    for (const { text } of sentencesOf(report)) {
      expect(inWord).toContain(plain(text))
      expect(onPage).toContain(plain(escaped(text)))
    }
  })

  it('has a picture with its finding in words for each figure, in Word and on the page', () => {
    const figures = figuresIn(report)
    expect(figures.length).toBeGreaterThan(10)
    const inWord = [...partOf(word, 'word/document.xml').matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(
      ([, text = '']) => plain(unescaped(text))
    )
    const onPage = [...page.matchAll(/<img [^>]*alt="([^"]*)"/g)].map(([, text = '']) =>
      plain(unescaped(text))
    )
    const findings = figures.map(({ alternative }) => plain(alternative))
    expect(inWord).toEqual(findings)
    expect(onPage).toEqual(findings)
  })
})

/** The number a sentence says, as the CSV has it; undefined for what stands in the release alone. */
function inCsv(said: Said, rows: readonly Row[]): number | undefined {
  const [group = '', other] = said.values
  const row = (value: string) =>
    rows.find(
      each =>
        each['question_id'] === said.question &&
        each['group'] === said.by.join('*') &&
        each['group_value'] === value &&
        (said.code === null || each['option_code'] === said.code)
    )
  switch (said.what) {
    case 'share':
      return Number(row(group)?.['percent'])
    case 'state':
      return Number(row(group)?.['n'])
    case 'base':
      return Number(row(group)?.['base'])
    case 'difference':
      return Number(row(group)?.['percent']) - Number(row(other ?? '')?.['percent'])
    case 'written':
    case 'responses':
      return undefined
  }
}

function sentencesOf({ sections }: Report) {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap(block => (block.kind === 'paragraph' ? block.sentences : []))
  )
}

const states = ['dk', 'pns', 'skipped', 'not_shown']

const form = questionsOf(readyQuestionnaire('digital-literacy')).map(({ id }) => id)

/** The tables of all respondents that the rows of the CSV make, in the order of the form: answer, count, share. */
function answersTables(rows: readonly Row[], language: Language): string[][][] {
  return inOrder(rows.filter(row => row['group'] === '' && isAnswer(row)))
    .filter(([row]) => form.includes(row?.['question_id'] ?? ''))
    .sort(([a], [b]) => form.indexOf(a?.['question_id'] ?? '') - form.indexOf(b?.['question_id'] ?? ''))
    .map(table => answers(table, language))
}

/** Who took part: with these tables the CSV begins. */
function compositionTables(rows: readonly Row[], language: Language): string[][][] {
  const dimensions = ['age_band', 'gender', 'region', ':language']
  return inOrder(rows.filter(row => row['group'] === '' && isAnswer(row)))
    .slice(0, dimensions.length)
    .map(table => answers(table, language))
}

function answers(table: readonly Row[], language: Language): string[][] {
  return table.map(row => [plain(row['option_text'] ?? ''), countOf(row, language), shareOf(row, language)])
}

/** The tables by one group: answer, and the share in each group; bases last. */
function groupTables(rows: readonly Row[], language: Language): string[][][] {
  const single = rows.filter(row => row['group'] !== '' && !row['group']?.includes('*') && isAnswer(row))
  return inOrder(single).map(table => {
    const groups = [...new Set(table.map(row => row['group_value']))]
    const codes = [...new Set(table.map(row => row['option_code']))]
    const cell = (code: string | undefined, group: string | undefined) =>
      table.find(row => row['option_code'] === code && row['group_value'] === group)
    return [
      ...codes.map(code => [
        plain(cell(code, groups[0])?.['option_text'] ?? ''),
        ...groups.map(group => shareOf(cell(code, group) ?? {}, language))
      ]),
      [
        plain(translator(language)('report:table.base')),
        ...groups.map(group => {
          const base = cell(codes[0], group)?.['base']
          return base ? plain(formatNumber(Number(base), language)) : '[c]'
        })
      ]
    ]
  })
}

function inOrder(rows: readonly Row[]): Row[][] {
  const tables = new Map<string, Row[]>()
  for (const row of rows) {
    const name = `${row['question_id']} ${row['group']}`
    tables.set(name, [...(tables.get(name) ?? []), row])
  }
  return [...tables.values()]
}

function isAnswer(row: Row): boolean {
  return !states.includes(row['option_code'] ?? '')
}

function countOf({ n = '', status }: Row, language: Language): string {
  if (n !== '') return plain(formatNumber(Number(n), language))
  return status === 't' ? '[t]' : '[c]'
}

function shareOf({ percent = '', status }: Row, language: Language): string {
  if (status === 'c') return '[c]'
  if (percent === '') return '[x]'
  const share = formatPercent(Number(percent), language)
  if (status === 't') return plain(translator(language)('results:orMore', { percent: share }))
  return plain(status === 'low' ? `${share} [low]` : share)
}

/** Without what sets directions and without kinds of spaces. */
function plain(text: string): string {
  return text.replace(/[\u200e\u200f\u2066-\u2069]/g, '').replace(/\s+/g, ' ')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;')
}
