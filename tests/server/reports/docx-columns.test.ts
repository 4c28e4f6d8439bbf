import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnWidths, isNumeric, lengthOf } from '../../../server/reports/docx/columns.ts'

const letter = { width: 100, beside: 200 }

describe('the columns of a table', () => {
  it.each<[boolean, string[]]>([
    [true, ['1,245', '62%', '[c]', '']],
    [true, ['62\u200e%\u200e', '1\u202f245', '62\u00a0%']],
    [true, ['[c]', '[t]']],
    [true, ['≥ 95%', '–5']],
    [true, ['58% [low]', '58\u200e%\u200e [low]']],
    [false, ['58 [low] people']],
    [true, ['29%', '6%', '–']],
    [false, ['–', '–']],
    [false, ['62% or more', '12%']],
    [false, ['A friend', '12']],
    [false, ['', '']],
    [false, []]
  ])('hold numbers: %s for %j', (numeric, cells) => {
    expect(isNumeric(cells)).toBe(numeric)
  })

  it('are as wide as what they hold, and fill the page', () => {
    const [answer = 0, count = 0, share = 0] = columnWidths(
      [
        { heading: 'Answer', cells: ['A parent or another adult you live with'] },
        { heading: 'Count', cells: ['1,245'] },
        { heading: 'Share', cells: ['62%'] }
      ],
      9000,
      letter
    )
    expect(answer + count + share).toBe(9000)
    expect(answer).toBeGreaterThan(2 * share)
    expect(count).toBeGreaterThanOrEqual(5 * letter.width + letter.beside)
  })

  it('never leave one without room, however long the others are', () => {
    const column = fc.record({
      heading: fc.string(),
      cells: fc.array(fc.string({ maxLength: 3000 }), { maxLength: 5 })
    })
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 10 }), columns => {
        const widths = columnWidths(columns, 9412, letter)
        expect(widths.reduce((sum, width) => sum + width, 0)).toBe(9412)
        expect(Math.min(...widths)).toBeGreaterThan(150)
      })
    )
  })

  it('count a Chinese character as two letters, and marks not at all', () => {
    expect([lengthOf('朋友'), lengthOf('ab'), lengthOf('62\u200e%\u200e')]).toEqual([4, 2, 3])
  })
})
