import { describe, expect, it } from 'vitest'
import { chartConfiguration, chartHeight, onPaper } from '#views/charts'
import { onScreen } from '../../../views/charts/measures.ts'
import { figureWith } from '../../support/figures.ts'

const look = {
  rtl: false,
  colour: '#111111',
  gridColour: '#dddddd',
  halo: null,
  fontFamily: 'Letters',
  measures: onScreen,
  palette: null
}
const figure = figureWith({ 'My own phone': 62, 'Something else': null }, 'en')

describe('the configuration of a chart', () => {
  it('draws the shares of the figure, in its colours', () => {
    const { data } = chartConfiguration(figure, look)
    expect(data.datasets[0]).toMatchObject({ data: [62, null], backgroundColor: '#12436D' })
  })

  it('takes other colours where the page is dark', () => {
    const { data } = chartConfiguration(figure, { ...look, palette: ['#7fb2e5'] })
    expect(data.datasets[0]).toMatchObject({ backgroundColor: '#7fb2e5' })
  })

  it('begins at the right where people read from there', () => {
    expect(chartConfiguration(figure, { ...look, rtl: true }).options?.scales).toMatchObject({
      x: { reverse: true },
      y: { position: 'right' }
    })
  })

  it('keeps the axis whole', () => {
    expect(chartConfiguration(figure, look).options?.scales?.['x']).toMatchObject({ min: 0, max: 100 })
  })
})

describe('the height of a chart', () => {
  it('grows with its answers, with the lines of their labels, and for a legend', () => {
    const one = chartHeight(figureWith({ a: 1 }, 'en'), onPaper)
    const two = chartHeight(figureWith({ a: 1, b: 2 }, 'en'), onPaper)
    const long = chartHeight(figureWith({ a: 1, ['long label '.repeat(9)]: 2 }, 'en'), onPaper)
    const groups = chartHeight(figureWith({ a: 1, b: 2 }, 'en', ['x', 'y']), onPaper)
    expect(two - one).toBe(onPaper.rowHeight)
    expect(long).toBeGreaterThan(two)
    expect(groups).toBe(two + 3 * onPaper.rowHeight)
  })

  it('lets letters be at least 8 points high when 640 pixels are printed 16 cm wide', () => {
    expect((onPaper.fontSize * 16 * 72) / 2.54 / 640).toBeGreaterThanOrEqual(8)
  })
})
