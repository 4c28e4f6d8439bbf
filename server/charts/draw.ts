import { createCanvas } from '@napi-rs/canvas'
import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, type Plugin } from 'chart.js'
import type { Figure } from '#analytics'
import { barsOf, chartConfiguration, chartHeight, fitsAPicture, onPaper } from '#views/charts'
import { fontFamilyFor } from './fonts.ts'
import type { PaintedChart, PaintRequest } from './painter.ts'

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend)

/** In CSS pixels; a document prints them 16 cm wide. */
const width = 640
/** Pixels of the picture for one CSS pixel: 200 to the inch in a document. */
const density = 2
const ink = '#14181c'
const grid = '#d5dbdd'
const white = '#ffffff'

/** One canvas for all: the memory of each would be given back only some time later. */
const canvas = createCanvas(width, width)
const context = canvas.getContext('2d')
// Chart.js turns the writing of a legend by the style of its canvas, and here a canvas has none.
Object.assign(canvas, { style: styleTurning(context) })

/** Draws a figure as it stands on the page, dark on white. @throws Error when a font is missing */
export function drawChart({ figure, language, tag, rtl }: PaintRequest): PaintedChart {
  if (!fitsAPicture(barsOf(figure))) throw new RangeError('a chart of so many bars fits no picture')
  const fontFamily = fontFamilyFor(textsOf(figure), language)
  const height = chartHeight(figure, onPaper)
  Object.assign(canvas, { width, height })
  const look = {
    rtl,
    colour: ink,
    gridColour: grid,
    halo: white,
    fontFamily,
    measures: onPaper,
    palette: null
  }
  const { options, plugins = [], ...configuration } = chartConfiguration(figure, look)
  if (!isDrawable(context)) throw new RangeError('the canvas has no context to draw on')
  // One that failed on its way still holds the canvas.
  Chart.getChart(context)?.destroy()
  const chart = new Chart(context, {
    ...configuration,
    options: { ...options, responsive: false, devicePixelRatio: density },
    plugins: [...plugins, paper(rtl ? 'rtl' : 'ltr', tag)]
  })
  const png = canvas.toBuffer('image/png')
  chart.destroy()
  return { png, width, height }
}

function textsOf({ configuration, printed, ticks }: Figure): string[] {
  const { labels = [], datasets } = configuration.data
  return [
    ...labels,
    ...datasets.map(({ label = '' }) => label),
    ...printed.flat(),
    ...ticks.map(({ text }) => text)
  ]
}

/** White below everything, and texts that are read in the direction and by the rules of their language. */
function paper(direction: CanvasDirection, tag: string): Plugin<'bar'> {
  return {
    id: 'paper',
    beforeLayout() {
      Object.assign(context, { direction, lang: tag })
    },
    beforeDraw({ ctx, width, height }) {
      ctx.fillStyle = white
      ctx.fillRect(0, 0, width, height)
    }
  }
}

type Turned = { direction: string }

function styleTurning(context: Turned) {
  return {
    getPropertyValue: () => context.direction,
    getPropertyPriority: () => '',
    setProperty: (_name: string, direction: string) => {
      context.direction = direction
    }
  }
}

/** What Chart.js asks of a context, this one has. */
function isDrawable(context: object): context is CanvasRenderingContext2D {
  return 'fillText' in context && 'measureText' in context
}
