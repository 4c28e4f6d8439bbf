import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assertProtected, canonicalRelease, compositionOf, reopen, type Target } from '#analytics'
import { languages } from '#locales'
import type { Answers } from '#surveys'
import { sha256 } from '../../../server/sha256.ts'
import { madeRelease, withNoise } from '../../support/made-release.ts'
import { single, words } from '../../support/sample-questionnaire.ts'
import { people, questionnaire } from './people.ts'

const target: Target = {
  margins: [
    {
      dimension: 'gender',
      source: 'National Statistical Office, census',
      date: '2025-07-01',
      numbers: [
        { code: 'female', number: 490_000 },
        { code: 'male', number: 510_000 }
      ]
    }
  ],
  weighBy: []
}

const answers = [
  ...people(240, { gender: 'female', age_band: '13_15', agrees: 'yes' }),
  ...people(150, { gender: 'male', age_band: '16_17', agrees: 'no' }),
  ...people(4, { gender: 'another', age_band: '16_17', agrees: 'no' }),
  ...people(16, { agrees: 'no' })
]

describe('the composition of a release', () => {
  const release = madeRelease({ questionnaire, breakdowns: ['sex'], answers, target })
  const parts = compositionOf(release)

  it('has a part for each thing that respondents told about themselves, and none for what was not asked', () => {
    expect(parts.map(({ dimension }) => dimension)).toEqual(['age_band', 'gender', 'language'])
  })

  it('sets shares of those who told it beside the shares of the target', () => {
    const gender = parts.find(({ dimension }) => dimension === 'gender')
    expect(gender?.rows).toEqual([
      { cell: { code: 'female', n: 240, percent: 61, status: '' }, target: 49 },
      { cell: { code: 'male', n: 150, percent: 38, status: '' }, target: 51 },
      { cell: { code: 'another', n: null, percent: null, status: 'c' }, target: null }
    ])
    expect(gender?.target).toEqual({ source: 'National Statistical Office, census', date: '2025-07-01' })
    expect(parts.find(({ dimension }) => dimension === 'age_band')?.target).toBeNull()
  })

  it('prints the very cells of the question’s own table, whatever the noise', () => {
    const noisy = madeRelease({ questionnaire, breakdowns: ['sex'], answers, target, prf: withNoise })
    for (const { question, column, rows } of compositionOf(noisy)) {
      const table = noisy.tables.find(each => each.question === question?.id && each.by.length === 0)
      if (question === null) continue
      expect(column).toBe(table?.columns[0])
      expect(rows.map(({ cell }) => cell)).toEqual(table?.columns[0]?.cells)
    }
  })
})

describe('the region of those who told their country', () => {
  const country = single('country', ['ke', 'fr', 'de'], 'country')
  const asked = { title: words('Regions'), sections: [{ id: 'all', items: [country] }] }
  const living = (count: number, code: string): Answers[] =>
    Array.from({ length: count }, () => new Map([['country', { state: 'answered', codes: [code] }]]))

  it('stands beside a target though nobody was asked for it', () => {
    const regions: Target = {
      margins: [
        {
          dimension: 'region',
          source: 'World Population Prospects',
          date: '2025',
          numbers: [
            { code: 'africa', number: 3 },
            { code: 'europe', number: 1 }
          ]
        }
      ],
      weighBy: []
    }
    const given = [...living(120, 'ke'), ...living(160, 'fr'), ...living(120, 'de')]
    const release = madeRelease({ questionnaire: asked, answers: given, target: regions })
    const region = compositionOf(release).find(({ dimension }) => dimension === 'region')
    const rows = region?.rows.map(({ cell, target }) => [cell.code, cell.n, cell.percent, target])
    expect(rows).toEqual([
      ['africa', 120, 30, 75],
      ['americas', null, null, null],
      ['asia', null, null, null],
      ['europe', 280, 70, 25],
      ['oceania', null, null, null]
    ])
  })
})

describe('the language that respondents answered in', () => {
  const spoken = answers.map((_, index) => languages[index % 3] ?? 'en')

  it('is counted for all of them, and for the languages of the consultation alone', () => {
    const offered = [...languages.slice(0, 4)]
    const release = madeRelease({ questionnaire, answers, spoken, offered })
    const [table] = release.declared ?? []
    if (table === undefined) throw new Error('no table')
    assertProtected(table)
    expect(table).toMatchObject({ question: ':language', by: [] })
    expect(table.columns[0]?.base).toEqual({ n: 410, status: '' })
    expect(table.columns[0]?.states).toEqual([])
    expect(table.columns[0]?.cells.map(({ code, n, status }) => [code, n, status])).toEqual([
      ['ar', 137, ''],
      ['zh', 137, ''],
      ['en', 136, ''],
      ['fr', null, 'c']
    ])
  })

  it('is not told where there was one only', () => {
    expect(madeRelease({ questionnaire, answers, offered: ['en'] }).declared).toEqual([])
  })

  it('passes the same thresholds and noise as any answer, and has everybody for its base', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 3, maxLength: 3 }), counts => {
        const given = counts.flatMap((count, index) =>
          Array.from({ length: count }, () => languages[index] ?? 'en')
        )
        const all = people(given.length, { agrees: 'yes' })
        const [table] =
          madeRelease({ questionnaire, answers: all, spoken: given, prf: withNoise }).declared ?? []
        const column = table?.columns[0]
        expect(column?.base.n ?? given.length).toBe(given.length)
        column?.cells.forEach(({ n }, index) => {
          if (n === null) return
          expect(n).toBeGreaterThanOrEqual(10)
          expect(Math.abs(n - (counts[index] ?? 0))).toBeLessThanOrEqual(5)
        })
      }),
      { numRuns: 40 }
    )
  })
})

describe('a stored release with a target', () => {
  it('comes back with its composition', () => {
    const release = madeRelease({ questionnaire, breakdowns: ['sex'], answers, target, prf: withNoise })
    const stored = canonicalRelease(release)
    const again = reopen({ stored, hash: sha256(stored), sha256 })
    expect(compositionOf(again)).toEqual(compositionOf(release))
    for (const table of again.declared ?? []) expect(() => assertProtected(table)).not.toThrow()
  })
})
