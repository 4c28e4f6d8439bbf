import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { figureOf, figureWordsOf, closedQuestionsOf, reportOf, type Release } from '#analytics'
import { languages, type Language } from '#locales'
import type { Answer, Answers, ClosedQuestion, Question } from '#surveys'
import { resultsPage } from '#views'
import { csvOf } from '../../../server/reports/csv.ts'
import { docxOf } from '../../../server/reports/docx.ts'
import { chanceOf } from '../../analytics/disclosure/people.ts'
import { tablesInWord } from '../../support/document-tables.ts'
import { madeRelease, withNoise } from '../../support/made-release.ts'
import { oneSpace, printedCellsOf, type PrintedCellText } from '../../support/printed-cells.ts'
import { cellsInResults } from '../../support/results-cells.ts'
import { optionsOf, words } from '../../analytics/narrative/asked.ts'
import { testRenderer } from '../../views/renderer.ts'
import { whitePainter } from './docx-sample.ts'

const hash = 'ab12'.repeat(16)
const renderer = testRenderer()
type CsvRow = Readonly<Record<string, string>>

/** A release in every format, in one language. */
async function printed(release: Release, language: Language) {
  const page = renderer.render('results/release', resultsPage({ release, hash, language }))
  const word = await docxOf(reportOf({ release, hash, language }), whitePainter)
  const rows: CsvRow[] = parse(csvOf(release, language), { columns: true })
  return { page, word, rows: rows.filter(({ option_code = '' }) => !states.includes(option_code)) }
}
const states = ['dk', 'pns', 'skipped', 'not_shown']

const questions: readonly ClosedQuestion[] = [
  { kind: 'scale', id: 'agree', text: words('Agree?'), options: optionsOf(5) },
  { kind: 'scale', id: 'three', text: words('Three?'), options: optionsOf(3) },
  { kind: 'ranking', id: 'order', text: words('Order?'), options: optionsOf(5), upTo: 3 },
  { kind: 'ranking', id: 'allOrder', text: words('Everything?'), options: optionsOf(4), upTo: 4 },
  { kind: 'multiple', id: 'some', text: words('Some?'), options: optionsOf(6) },
  { kind: 'number', id: 'hours', text: words('Hours?'), minimum: 0, maximum: 24 },
  { ...choice('gender', ['female', 'male', 'another']), profile: 'gender' },
  { ...choice('home', ['ke', 'fr', 'de', 'br']), profile: 'country' }
]

describe.each(languages)('every cell in %s', language => {
  const release = everyKind()
  const cells = printedCellsOf(release, language)

  it('is the same on the page, in the CSV, in Word and in the charts', async () => {
    const { page, word, rows } = await printed(release, language)
    expect(cells.some(({ code }) => code === 'top2')).toBe(true)
    expect(cells.some(({ code }) => code === 'first:b')).toBe(true)
    expect(cells.length).toBeGreaterThan(500)

    // Who took part comes first in the CSV, with rows of its own beside those of the tables.
    const byPlace = new Map<string, CsvRow[]>()
    for (const row of rows) byPlace.set(placeOf(row), [...(byPlace.get(placeOf(row)) ?? []), row])
    const inCsv = cells.map(cell => {
      const own = byPlace.get(nameOf(cell)) ?? []
      return own.map(row => [row['n'], row['percent'], row['status'], oneSpace(row['option_text'] ?? '')])
    })
    expect(inCsv).toEqual(
      cells.map(({ n, percent, status, label }) => [[String(n ?? ''), String(percent ?? ''), status, label]])
    )

    const order = [...closedQuestionsOf(release).keys()]
    const shown = new Map(
      cellsInResults(page).map(({ figure, breakdown, group, code, count, share }) => {
        const by = release.tables.filter(({ question, by }) => question === order[figure] && by.length > 0)
        const place = breakdown === null ? '' : (by[breakdown]?.by.join('*') ?? '?')
        return [[order[figure], place, group.replace(' ', '*'), code].join(' / '), [count, share]] as const
      })
    )
    expect(Object.fromEntries(shown)).toEqual(
      Object.fromEntries(cells.map(cell => [nameOf(cell), [cell.count, cell.share]]))
    )

    const tables = order.map(question =>
      cells
        .filter(cell => cell.question === question && cell.group === '')
        .map(({ label, count, share }) => [label, count, share])
    )
    const inWord = tablesInWord(word).map(table => table.map(row => row.map(oneSpace)))
    for (const table of tables) expect(inWord).toContainEqual(table)

    for (const [id, question] of closedQuestionsOf(release)) {
      const table = release.tables.find(each => each.question === id && each.by.length === 0)!
      const { configuration, printed } = figureOf(table, figureWordsOf(question, [], language))
      const drawn = configuration.data.datasets.flatMap(({ data }, set) =>
        data.map((share, bar) => [share, oneSpace(printed[set]?.[bar] ?? '')])
      )
      const wanted = cells.filter(cell => cell.question === id && cell.group === '' && cell.code !== 'top2')
      expect(drawn).toEqual(wanted.map(({ percent, share }) => [percent, share]))
    }
  })
})

describe('what is printed of few, and of all', () => {
  it.each([
    // Answers, of them the first option; then count and share as the page and Word print them, n and percent of the CSV.
    [9, 5, '[c]', '[c]', '', ''],
    [49, 30, '30', '[x]', '30', ''],
    [50, 30, '30', '60% [low]', '30', '60'],
    [99, 60, '60', '61% [low]', '60', '61'],
    [100, 60, '60', '60%', '60', '60'],
    [60, 60, '[t]', '95% or more', '', '95'],
    [40, 40, '[t]', '[x]', '', '']
  ])('%i answers, %i of them alike: %s, %s', async (base, alike, count, share, n, percent) => {
    // Others skipped the question, so that the release itself is large enough.
    const people = Array.from({ length: 200 }, (_, index) =>
      answered(index < base ? { q: one(index < alike ? 'a' : 'b') } : {})
    )
    const questionnaire = { title: words('Few'), sections: [{ id: 'all', items: [choice('q', ['a', 'b'])] }] }
    const release = madeRelease({ questionnaire, answers: people })
    const { page, word, rows } = await printed(release, 'en')
    const [cell] = cellsInResults(page)
    expect([cell?.count, cell?.share]).toEqual([count, share])
    expect(rows.find(row => placeOf(row) === 'q /  /  / a')).toMatchObject({ n, percent })
    expect(tablesInWord(word).flat()).toContainEqual(['a', count, share])
  })
})

function nameOf({ question, group, value, code }: PrintedCellText): string {
  return [question, group, value, code].join(' / ')
}

function placeOf(row: CsvRow): string {
  return [row['question_id'], row['group'], row['group_value'], row['option_code']].join(' / ')
}

function choice(id: string, codes: readonly string[]): ClosedQuestion & { kind: 'single' } {
  return { kind: 'single', id, text: words(id), options: codes.map(code => ({ code, text: words(code) })) }
}

function one(code: string): Answer {
  return { state: 'answered', codes: [code] }
}

function answered(answers: Readonly<Record<string, Answer>>): Answers {
  return new Map(Object.entries(answers))
}

function everyKind(): Release {
  const chance = chanceOf(7)
  const draw = (codes: readonly string[]): string => codes[Math.floor(codes.length * chance() ** 2)] ?? ''
  const answerTo = (question: ClosedQuestion): Answer => {
    if (chance() < 0.1) return { state: 'pns' }
    if (question.kind === 'number') return { state: 'answered', number: Math.floor(25 * chance() ** 2) }
    const codes = question.options.map(({ code }) => code)
    if (question.kind === 'single' || question.kind === 'scale') return one(draw(codes))
    const most = question.kind === 'ranking' ? question.upTo : 3
    const drawn = new Set(Array.from({ length: most }, () => draw(codes)))
    return { state: 'answered', codes: [...drawn] }
  }
  const items: Question[] = [...questions]
  return madeRelease({
    questionnaire: { title: words('Every kind'), sections: [{ id: 'all', items }] },
    breakdowns: ['gender', 'region', 'home'],
    answers: Array.from({ length: 900 }, () =>
      answered(Object.fromEntries(questions.map(question => [question.id, answerTo(question)])))
    ),
    prf: withNoise
  })
}
