import type { Figure } from '#analytics'
import type { ChartConfiguration, ChartOptions } from 'chart.js'
import { linesOf } from './labels.ts'
import type { ChartMeasures } from './measures.ts'
import { printedAtBars, roomForPrinted, type PrintedLook } from './printed-at-bars.ts'

/** What a figure leaves to the place it is drawn in. */
export type ChartLook = {
  readonly rtl: boolean
  /** Of all text. */
  readonly colour: string
  readonly gridColour: string
  readonly fontFamily: string
  readonly measures: ChartMeasures
  /** Colour of the ground where it shall keep the grid off the printed shares; else null. */
  readonly halo: string | null
  /** In the place of the figure's own colours, on a page where those are too dark. */
  readonly palette: readonly string[] | null
}

export type Bars = ChartConfiguration<'bar', (number | null)[], string | string[]>

/**
 * The configuration of a figure with what JSON cannot carry: direction, letters, texts at axis and bars, labels of
 * several lines. The same in the browser and where there is none.
 */
export function chartConfiguration(figure: Figure, look: ChartLook): Bars {
  const { data } = figure.configuration
  const { lettersALine, fontSize } = look.measures
  const letters: PrintedLook = { ...look, fontSize }
  return {
    type: 'bar',
    data: {
      labels: (data.labels ?? []).map(label => linesOf(label, lettersALine)),
      datasets: data.datasets.map((dataset, index) => drawn(dataset, index, look))
    },
    options: optionsOf(figure, look, letters),
    plugins: [printedAtBars(figure.printed, letters)]
  }
}

function optionsOf(figure: Figure, look: ChartLook, letters: PrintedLook): ChartOptions<'bar'> {
  const { options } = figure.configuration
  const { rtl, colour, gridColour } = look
  const font = { family: look.fontFamily, size: look.measures.fontSize }
  const [x, y] = [options?.scales?.['x'], options?.scales?.['y']]
  const textDirection = rtl ? 'rtl' : 'ltr'
  return {
    ...options,
    color: colour,
    borderColor: gridColour,
    font,
    layout: {
      padding: ({ chart }) => ({ [rtl ? 'left' : 'right']: roomForPrinted(chart, figure.printed, letters) })
    },
    scales: {
      x: {
        ...x,
        reverse: rtl,
        grid: { color: gridColour },
        border: { color: gridColour },
        ticks: {
          color: colour,
          font,
          stepSize: 25,
          callback: value => figure.ticks.find(tick => tick.value === value)?.text ?? ''
        }
      },
      y: {
        ...y,
        position: rtl ? 'right' : 'left',
        border: { color: gridColour },
        // Every answer keeps its label, however long it is.
        ticks: { color: colour, font, autoSkip: false }
      }
    },
    plugins: {
      legend: { ...options?.plugins?.legend, rtl, textDirection, labels: { color: colour, font } },
      tooltip: {
        rtl,
        textDirection,
        titleFont: font,
        bodyFont: font,
        callbacks: {
          label: item => figure.printed[item.datasetIndex]?.[item.dataIndex] ?? ''
        }
      }
    }
  }
}

function drawn(dataset: Bars['data']['datasets'][number], index: number, { palette, measures }: ChartLook) {
  const colour = palette?.[index % palette.length]
  return {
    ...dataset,
    ...(colour !== undefined && { backgroundColor: colour }),
    ...(measures.thickestBar !== null && { maxBarThickness: measures.thickestBar })
  }
}
