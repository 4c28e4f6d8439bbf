import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readyQuestionnaire } from '#surveys'
import { checkTarget } from '../../../server/secretariat/target-check.ts'
import { readTargetFile } from '../../../server/secretariat/target-file.ts'
import { single, words } from '../../support/sample-questionnaire.ts'
import { linesFor } from '../../../server/cli/mistake.ts'

const asked = {
  questionnaire: readyQuestionnaire('digital-literacy'),
  languages: ['en', 'fr'] as const,
  breakdowns: ['age_band', 'gender']
}
const head = 'dimension,value,number,source,date'
const gender = ['gender,female,490,Census,2025-07-01', 'gender,male,510,Census,2025-07-01']

function targetOf(lines: readonly string[], weighBy: readonly string[] = []) {
  const read = readTargetFile(Buffer.from([head, ...lines].join('\r\n')))
  return read.ok ? checkTarget(read.value, weighBy, asked) : read
}

function codesOf(lines: readonly string[], weighBy?: readonly string[]): readonly string[] {
  const target = targetOf(lines, weighBy)
  return target.ok ? [] : target.problems.map(({ at, code }) => `${at} ${code}`)
}

describe('the table of a target', () => {
  it('becomes a target with its sources, in the order of the answers', () => {
    const lines = ['language,fr,30,Office,2024', ...gender.toReversed(), 'language,en,70.5,Office,2024']
    expect(targetOf(lines, ['gender'])).toEqual({
      ok: true,
      value: {
        margins: [
          {
            dimension: 'gender',
            source: 'Census',
            date: '2025-07-01',
            numbers: [
              { code: 'female', number: 490 },
              { code: 'male', number: 510 }
            ]
          },
          {
            dimension: 'language',
            source: 'Office',
            date: '2024',
            numbers: [
              { code: 'en', number: 70.5 },
              { code: 'fr', number: 30 }
            ]
          }
        ],
        weighBy: ['gender']
      }
    })
  })

  it('may have semicolons or tabs, a byte order mark, quotation marks, other columns and empty lines', () => {
    const table = [
      '\uFEFFSource;Note;Dimension;Value;Number;Date',
      '"Census; corrected";x;gender;female;1;2025',
      ';;;;;',
      '',
      '"Census; corrected";y;gender;male;2;2025'
    ]
    for (const sign of [';', '\t']) {
      const text = table.join('\n').replaceAll(/;(?! )/g, sign)
      const read = readTargetFile(Buffer.from(text))
      expect(read.ok && checkTarget(read.value, [], asked).ok).toBe(true)
      expect(read.ok && read.value.map(({ source }) => source)).toEqual([
        'Census; corrected',
        'Census; corrected'
      ])
    }
  })

  it('may have the regions of a questionnaire that asks for the country, and weigh by them', () => {
    const country = single('country', ['ke', 'fr'], 'country')
    const questionnaire = { title: words('Regions'), sections: [{ id: 'all', items: [country] }] }
    const lines = readTargetFile(
      Buffer.from([head, 'region,africa,3,WPP,2025', 'region,europe,1,WPP,2025'].join('\n'))
    )
    if (!lines.ok) throw new Error('unreadable')
    const fitting = (breakdowns: readonly string[]) =>
      checkTarget(lines.value, ['region'], { questionnaire, languages: ['en'], breakdowns })
    expect(fitting(['country'])).toMatchObject({ ok: true, value: { weighBy: ['region'] } })
    expect(fitting([])).toMatchObject({ ok: false, problems: [{ code: 'target.weighBreakdown' }] })
  })

  it('is refused with every problem, by line', () => {
    const lines = [
      'shoe_size,40,1,Census,2025',
      'channel,school,1,Census,2025',
      'gender,female,1 000,Census,2025',
      'gender,female,10,Census,2025',
      'gender,woman,10,,25',
      'gender,male,0,Office,2025-02-30',
      'language,en,10,Census,2025',
      'language,ru,10,Census,2025',
      'region,africa,10,Census,2025'
    ]
    expect(codesOf(lines)).toEqual([
      '--target, line 2 target.dimension',
      '--target, line 3 target.dimension',
      '--target, line 4 target.number',
      '--target, line 5 target.twice',
      '--target, line 6 target.value',
      '--target, line 6 target.source',
      '--target, line 6 target.date',
      '--target, line 6 target.differs',
      '--target, line 7 target.number',
      '--target, line 7 target.date',
      '--target, line 7 target.differs',
      '--target, line 9 target.value',
      '--target target.few'
    ])
  })

  it('has to be there for what is weighed by, which has to split results', () => {
    const region = ['region,africa,1,UN,2025', 'region,asia,3,UN,2025']
    expect(codesOf([...gender, ...region], ['region', 'age_band'])).toEqual([
      '--weigh-by target.weighBreakdown',
      '--weigh-by target.weighTarget'
    ])
    expect(codesOf(gender, ['height'])).toEqual(['--weigh-by target.weighUnknown'])
    expect(codesOf(gender, ['gender', 'gender'])).toEqual(['--weigh-by target.weighMany'])
    expect(codesOf(gender, ['gender', 'region', 'age_band'])).toEqual(['--weigh-by target.weighMany'])
    expect(codesOf(['language,en,1,UN,2025', 'language,fr,3,UN,2025'], ['language'])).toEqual([
      '--weigh-by target.weighBreakdown'
    ])
  })

  it('is refused where it is no such table', () => {
    const read = (bytes: Uint8Array | string) => {
      const table = readTargetFile(Buffer.from(bytes))
      return table.ok ? [] : table.problems
    }
    expect(read(Uint8Array.of(0xff, 0xfe))).toEqual([{ at: '--target', code: 'target.notText' }])
    expect(read('')).toMatchObject([{ code: 'target.columns' }])
    expect(read('dimension,value,number\ngender,female,1')).toEqual([
      { at: '--target', code: 'target.columns', params: { missing: 'source, date' } }
    ])
    expect(read(head)).toEqual([{ at: '--target', code: 'target.empty' }])
    expect(read(`${head}\ngender,"female,1`)).toMatchObject([{ code: 'target.notCsv' }])
  })

  it('never breaks on what stands in it, and every problem has its words', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 6 })), rows => {
        const read = readTargetFile(Buffer.from([head, ...rows.map(row => row.join(','))].join('\n')))
        const target = read.ok ? checkTarget(read.value, [], asked) : read
        if (!target.ok) for (const line of linesFor(target.problems)) expect(line).not.toMatch(/target\.\w+$/)
      })
    )
  })
})
