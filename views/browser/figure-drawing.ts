import { Chart } from 'chart.js'
import { chartConfiguration } from '../charts/configuration.ts'
import { chartHeight, onScreen } from '../charts/measures.ts'
import type { ResultsData } from '../results/chart-data.ts'

type Drawn = ResultsData['figures'][number]

/** The palette of the figures, light enough for a dark page. */
const paletteInTheDark = ['#7fb2e5', '#4cc5ba', '#d98cc0', '#f79a68', '#c9c9c9']
/** Narrower than this the table's own bars read better than a chart whose labels take half of the width. */
const narrowest = 560

/** Draws a figure above its table when it comes into sight; the table stays, without its own bars. */
export function drawFigure(drawn: Drawn, rtl: boolean): void {
  const figure = document.getElementById(drawn.id)
  const place = figure?.querySelector<HTMLElement>('.chart')
  if (!figure || !place || figure.clientWidth < narrowest) return
  const sight = new IntersectionObserver(entries => {
    if (!entries.some(entry => entry.isIntersecting)) return
    sight.disconnect()
    draw(figure, place, drawn, rtl)
  })
  sight.observe(figure)
}

function draw(figure: HTMLElement, place: HTMLElement, drawn: Drawn, rtl: boolean): void {
  const canvas = document.createElement('canvas')
  canvas.setAttribute('role', 'img')
  canvas.setAttribute('aria-label', drawn.label)
  place.style.blockSize = `${chartHeight(drawn.figure, onScreen)}px`
  place.append(canvas)
  figure.classList.add('charted')
  const { color, fontFamily } = getComputedStyle(figure)
  const look = {
    rtl,
    colour: color,
    gridColour: getComputedStyle(place).borderBlockStartColor,
    fontFamily,
    measures: onScreen,
    halo: null,
    palette: matchMedia('(prefers-color-scheme: dark)').matches ? paletteInTheDark : null
  }
  new Chart(canvas, chartConfiguration(drawn.figure, look))
}
