import { describe, expect, it } from 'vitest'
import { compositionTables, longRows, weightingLines } from '#analytics'
import { languages } from '#locales'
import { resultsPage } from '#views'
import { printedText } from '../../../analytics/printed.ts'
import { exampleRelease } from '../../../views/examples/release.ts'

const release = exampleRelease()

describe('the composition in words', () => {
  it.each(languages)(
    'is one table a dimension in %s, with the source and the date of the target',
    language => {
      const tables = compositionTables(release, language)
      expect(tables.map(({ dimension }) => dimension)).toEqual(['age_band', 'gender', 'language'])
      expect(tables[0]?.source).toContain('Example Statistical Office')
      expect(tables[0]?.source).toContain('2025')
      expect(tables[1]?.rows.map(({ target }) => target !== '')).toEqual([true, true, false])
      expect(tables[2]?.compared).toBe(false)
    }
  )

  it.each(languages)('says in %s what weighting costs, without a weight', language => {
    const lines = weightingLines(release, language)
    expect(lines.length).toBeGreaterThanOrEqual(4)
    expect(lines.join(' ')).toMatch(/[\d\s.,\u00a0\u202f]+/)
  })
})

describe('one number for one cell', () => {
  it('stands in the table, on the page and in the data, weighted or not', () => {
    const rows = [...longRows(release, 'en')]
    const page = resultsPage({ release, hash: '0'.repeat(64), language: 'en' })
    const weighted = rows.filter(({ group }) => group === ':weighted')
    const figures = page.parts.flatMap(part => part.entries.flatMap(({ figure }) => figure ?? []))
    const shown = figures.flatMap(figure => figure.rows.flatMap(row => row.weighted ?? []))
    expect(weighted.length).toBeGreaterThan(5)
    expect(weighted.filter(({ percent }) => percent !== '').map(({ percent }) => `${percent}%`)).toEqual(
      shown.map(({ text }) => text.replace('or more', '').trim()).filter(text => text !== '')
    )
    for (const { dimension, rows: cells } of page.composition?.tables ?? []) {
      const id = dimension === 'language' ? ':language' : dimension === 'age_band' ? 'age' : 'gender'
      const own = rows.filter(row => row.question_id === id && row.group === '')
      for (const { code, n } of cells) {
        const row = own.find(({ option_code }) => option_code === code)
        const text = printedText(n).replaceAll(/\D/g, '')
        expect(String(row?.n ?? 'missing')).toBe(text)
      }
    }
  })

  it('comes once, and who took part comes first', () => {
    const rows = [...longRows(release, 'en')]
    const keys = rows.map(row => [row.question_id, row.option_code, row.group, row.group_value].join('|'))
    expect(new Set(keys).size).toBe(keys.length)
    expect(rows[0]?.question_id).toBe('age')
    const results = rows.findIndex(({ question_id }) => question_id === 'first_person')
    const composition = rows.findLastIndex(
      ({ question_id, group }) => [':language', 'age', 'gender'].includes(question_id) && group.length < 1
    )
    expect(results).toBeGreaterThan(composition)
  })
})
