import { describe, expect, it } from 'vitest'
import type { PrintedCell, PrintedColumn } from '#analytics'
import { standingsOf } from '../../../analytics/narrative/standings.ts'

function column(base: number, ...cells: readonly PrintedCell[]): PrintedColumn {
  return { values: [], size: { n: base, status: '' }, base: { n: base, status: '' }, cells, states: [] }
}

function share(code: string, percent: number, n = percent): PrintedCell {
  return { code, n, percent, status: '' }
}

const hidden: PrintedCell = { code: 'hidden', n: null, percent: null, status: 'c' }

describe('the standing of answers', () => {
  it('goes by printed share, and puts equal shares together in the order of the form', () => {
    expect(standingsOf(column(100, share('a', 20), share('b', 40), share('c', 20)), false)).toEqual([
      { percent: 40, status: '', codes: ['b'] },
      { percent: 20, status: '', codes: ['a', 'c'] }
    ])
  })

  it('begins with a top-coded share', () => {
    const top: PrintedCell = { code: 'top', n: null, percent: 98, status: 't' }
    expect(standingsOf(column(200, share('a', 97), top), false).map(({ codes }) => codes)).toEqual([
      ['top'],
      ['a']
    ])
  })

  it('leaves out hidden shares and shares of a small base', () => {
    const low: PrintedCell = { code: 'low', n: 30, percent: 40, status: 'low' }
    const none: PrintedCell = { code: 'none', n: 30, percent: null, status: 'x' }
    expect(standingsOf(column(75, hidden, low, none), false)).toEqual([])
  })

  it('takes no group of a breakdown for the largest while a larger one may be hidden', () => {
    expect(standingsOf(column(400, share('a', 25, 100), hidden), true)).toEqual([])
    expect(standingsOf(column(400, share('a', 75, 300), share('b', 10, 40), hidden), true)).toEqual([
      { percent: 75, status: '', codes: ['a'] }
    ])
  })

  it('knows that a hidden answer is a rare one where the question is no breakdown', () => {
    expect(standingsOf(column(400, share('a', 25, 100), hidden), false)).toHaveLength(1)
  })
})
