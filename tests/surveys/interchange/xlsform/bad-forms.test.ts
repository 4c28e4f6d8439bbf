import fc from 'fast-check'
import { readFileSync, readdirSync } from 'node:fs'
import Value from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { check, importXlsform, Questionnaire, questionsOf, type Sheet } from '#surveys'
import sentences from '../../../../locales/en/import.json' with { type: 'json' }
import { formOf, refusalsOf } from '../../../support/forms.ts'

type Cell = string | number | boolean | null

describe('a workbook that is no form', () => {
  it.each<[string, Sheet[], string]>([
    ['no sheets', [], 'surveySheetMissing'],
    ['other sheets', [{ name: 'data', rows: [['a']] }], 'surveySheetMissing'],
    ['an empty survey sheet', [{ name: 'survey', rows: [] }], 'surveySheetEmpty'],
    ['blank rows only', [{ name: 'survey', rows: [[], [null], ['  ']] }], 'surveySheetEmpty'],
    ['no headings', [{ name: 'survey', rows: [['text', 'q', 'Q?']] }], 'columnMissing'],
    ['headings alone', [{ name: 'survey', rows: [['type', 'name', 'label']] }], 'nothingAsked']
  ])('is refused with the reason: %s', (_, sheets, code) => {
    expect(refusalsOf(sheets)[0]).toBe(`${code} at survey`)
  })

  it('is refused with more rows than any form has', () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => ['text', `q${n}`, 'Q?'])
    expect(refusalsOf(formOf(rows))).toEqual(['tooManyRows at survey'])
    expect(refusalsOf(formOf([['text', 'q', 'Q?']], rows))).toEqual(['tooManyRows at choices'])
  })
})

describe('the largest forms', () => {
  it('are read within seconds, whatever their rows repeat', () => {
    const rows = Array.from({ length: 2_000 }, () => ['select_one l', 'q', 'Q?', "${q} = 'a' and ${r} != ''"])
    const choices = Array.from({ length: 20_000 }, (_, n) => ['l', 'a', `Label ${n}`])
    const read = importXlsform(formOf(rows, choices), '')
    expect(read.outcome === 'imported' && questionsOf(read.questionnaire)).toHaveLength(2_000)
  }, 10_000)

  it('lose questions with a list nobody reads through, and keep the rest', () => {
    const choices = Array.from({ length: 20_000 }, (_, n) => ['l', n, `Label ${n}`])
    const rows = Array.from({ length: 1_999 }, (_, n) => ['select_one l', `q${n}`, 'Q?', '${q0} >= 0'])
    const read = importXlsform(formOf([['text', 'a', 'A?'], ...rows], choices), '')
    expect(read.losses[0]).toMatchObject({ code: 'xlsform.listTooLong', at: 'survey, rows 3–2001' })
  }, 10_000)

  it('may have a cell of a million characters in every column', () => {
    const long = 'x'.repeat(1_000_000)
    const row = ['text', long, long, long, long, long, long]
    expect(
      importXlsform(
        formOf([row, [long, 'r', 'R?'], [`select_one ${long}`, 's', 'S?']], [[long, long, long]]),
        ''
      ).outcome
    ).toBe('imported')
    expect(importXlsform(formOf([['text', 'q', 'Q?', '('.repeat(1_000_000)]]), '').outcome).toBe('imported')
  })

  it('may nest groups a thousand deep', () => {
    const begin = Array.from({ length: 999 }, (_, n) => ['begin group', `g${n}`, 'G'])
    const end = Array.from({ length: 999 }, () => ['end group'])
    expect(importXlsform(formOf([...begin, ['text', 'q', 'Q?'], ...end]), '').outcome).toBe('imported')
  })
})

const types = fc.constantFrom<Cell>(
  'text',
  'integer',
  'decimal',
  'range',
  'note',
  'select_one l',
  'select_multiple l or_other',
  'rank l',
  'select_one m',
  'begin group',
  'end group',
  'begin repeat',
  'end repeat',
  'calculate',
  'date',
  'acknowledge',
  'geopoint',
  'nonsense',
  '',
  null
)
const names = fc.constantFrom<Cell>(
  'a',
  'b',
  'c',
  'q_2',
  'a_other',
  'part',
  'note_3',
  'ä',
  '1',
  -99,
  false,
  'a b',
  '',
  null
)
const cell = fc.oneof(
  fc.constantFrom<Cell>(
    null,
    'x',
    '${a} > 1',
    "${b} = 'a'",
    '. >= 0 and . <= 9',
    'likert',
    'label',
    '#REF!',
    'end=5',
    'yes'
  ),
  fc.string(),
  fc.double(),
  fc.boolean()
)
const anyRow = fc.tuple(types, names, cell, cell, cell, cell, cell).map((cells): Cell[] => cells)
const anyChoice = fc.tuple(fc.constantFrom<Cell>('l', 'm', null), names, cell).map((cells): Cell[] => cells)
const anyForm = fc.tuple(fc.array(anyRow, { maxLength: 25 }), fc.array(anyChoice, { maxLength: 10 }))

/** What only the authors of a form can put right; everything else would be the import's fault. */
const authors = ['oneOption', 'textMissing', 'textTooLong', 'neverShown'].map(code => `check.${code}`)

describe('any rows at all', () => {
  it('never throw, and what is imported is a questionnaire without dangling or forward references', () => {
    fc.assert(
      fc.property(anyForm, ([survey, choices]) => {
        const read = importXlsform(formOf(survey, choices), 'T')
        if (read.outcome === 'refused') return read.refusals.length > 0
        expect(Value.Check(Questionnaire, read.questionnaire)).toBe(true)
        const wrong = check(read.questionnaire, ['en']).map(problem => problem.code)
        expect(wrong.filter(code => !authors.includes(code))).toEqual([])
        return true
      }),
      { numRuns: 400 }
    )
  })

  it('each end in the questionnaire or in a loss or refusal that names them', () => {
    fc.assert(
      fc.property(anyForm, ([survey, choices]) => {
        const named = survey.map(([type, , , ...rest], n): Cell[] => [
          type === 'geopoint' || type === undefined ? 'text' : type,
          `row${n + 2}`,
          `Text ${n + 2}`,
          ...rest
        ])
        const read = importXlsform(formOf(named, choices), 'T')
        if (read.outcome === 'refused') return
        const kept = JSON.stringify(read.questionnaire)
        const told = new Set(
          read.losses
            .filter(loss => loss.at.startsWith('survey'))
            .flatMap(loss => rowsOf(loss.params?.['rows']))
        )
        const closing = /^end (group|repeat)$/
        for (const [index, [type]] of named.entries()) {
          const row = index + 2
          const found = kept.includes(`"row${row}`) || kept.includes(`"Text ${row}"`) || told.has(row)
          expect(found || closing.test(String(type)), `row ${row}: ${String(type)}`).toBe(true)
        }
      }),
      { numRuns: 400 }
    )
  })

  it('of cells that are not texts never throw either', () => {
    const sheet = fc.record({
      name: fc.constantFrom('survey', 'choices', 'settings', 'other'),
      rows: fc.array(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), types, names, cell), { maxLength: 8 }),
        { maxLength: 12 }
      )
    })
    fc.assert(
      fc.property(fc.array(sheet, { maxLength: 4 }), sheets =>
        ['imported', 'refused'].includes(importXlsform(sheets, 'T').outcome)
      )
    )
  })
})

describe('what is said about a form', () => {
  it('has a sentence for every code, and no code without use', () => {
    const folder = new URL('../../../../surveys/interchange/xlsform/', import.meta.url)
    const source = readdirSync(folder)
      .map(file => readFileSync(new URL(file, folder), 'utf8'))
      .join('\n')
    const used = new Set([...source.matchAll(/'xlsform\.(\w+)'/g)].map(match => match[1]))
    expect([...used].sort()).toEqual(Object.keys(sentences.xlsform).sort())
  })

  it('fills every gap of its sentence', () => {
    const texts: Readonly<Record<string, string>> = sentences.xlsform
    const form = formOf(
      [
        ['select_one l', 'a b', 'Hello ${x} <b>', '${nobody} = 1', 'regex(1)', 'w1', 'x'],
        ['integer', null, null, '${a b} > 1'],
        ['range', 'r', 'R', null, null, null, 'start=-1 end=2'],
        ['rank l', 'k', 'K'],
        ['begin repeat', 'rep', 'R'],
        ['end repeat'],
        ['date', 'd', 'D'],
        ['zzz', 'z', 'Z'],
        ['image', 'i', 'I'],
        ['select_one none', 'n', 'N']
      ],
      [
        ['l', 'ö ö', 'O'],
        ['l', 'dk', 'D'],
        ['l', null, 'E'],
        ['l', 'ö ö', 'P'],
        ...[1, 2, 3, 4, 5, 6].map(n => ['l', n, n]),
        ['u', 'u', 'U']
      ]
    )
    const read = importXlsform(form, 'T')
    for (const { code, params = {} } of [
      ...read.losses,
      ...(read.outcome === 'refused' ? read.refusals : [])
    ]) {
      const gaps = [
        ...(texts[code.replace('xlsform.', '')] ?? '{{sentence}}').matchAll(/\{\{(\w+)\}\}/g)
      ].map(match => match[1] ?? '')
      expect(
        gaps.filter(gap => params[gap] === undefined),
        code
      ).toEqual([])
    }
    expect(read.losses.length).toBeGreaterThan(15)
  })
})

function rowsOf(list: string | number | undefined): number[] {
  return String(list ?? '')
    .split(', ')
    .flatMap(run => {
      const [from = 0, to = from] = run.split('–').map(Number)
      return Array.from({ length: to - from + 1 }, (_, n) => from + n)
    })
}
