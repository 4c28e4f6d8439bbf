import { Chart, type ChartConfiguration, type ChartOptions, type Plugin } from 'chart.js'
import type { ResultsData } from '../results/chart-data.ts'

type Drawn = ResultsData['figures'][number]
type Bars = ChartConfiguration<'bar', (number | null)[], string | string[]>

const rowHeight = 40
const lineHeight = 20
const axisHeight = 36
const lettersALine = 30
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
  const { data } = drawn.figure.configuration
  const canvas = document.createElement('canvas')
  canvas.setAttribute('role', 'img')
  canvas.setAttribute('aria-label', drawn.label)
  const lines = Math.max(1, ...(data.labels ?? []).map(label => linesOf(label).length))
  const height = Math.max(data.datasets.length * rowHeight, lines * lineHeight + rowHeight / 2)
  place.style.blockSize = `${(data.labels?.length ?? 0) * height + axisHeight}px`
  place.append(canvas)
  figure.classList.add('charted')
  const { color, fontFamily } = getComputedStyle(figure)
  Chart.defaults.color = color
  Chart.defaults.font = { ...Chart.defaults.font, family: fontFamily, size: 15 }
  Chart.defaults.borderColor = getComputedStyle(place).borderBlockStartColor
  new Chart(canvas, configured(drawn, rtl))
}

/** The configuration with what JSON cannot carry: direction, texts at axis and bars, labels of several lines. */
function configured({ figure }: Drawn, rtl: boolean): Bars {
  const { data, options } = figure.configuration
  const direction: ChartOptions<'bar'> = {
    ...options,
    layout: { padding: rtl ? { left: 64 } : { right: 64 } },
    scales: {
      x: {
        ...options?.scales?.['x'],
        reverse: rtl,
        ticks: {
          stepSize: 25,
          callback: value => figure.ticks.find(tick => tick.value === value)?.text ?? ''
        }
      },
      // Every answer keeps its label, however long it is.
      y: { ...options?.scales?.['y'], position: rtl ? 'right' : 'left', ticks: { autoSkip: false } }
    },
    plugins: {
      legend: { ...options?.plugins?.legend, rtl, textDirection: rtl ? 'rtl' : 'ltr' },
      tooltip: {
        rtl,
        textDirection: rtl ? 'rtl' : 'ltr',
        callbacks: {
          label: item => figure.printed[item.datasetIndex]?.[item.dataIndex] ?? ''
        }
      }
    }
  }
  return {
    type: 'bar',
    data: { labels: (data.labels ?? []).map(linesOf), datasets: data.datasets.map(coloured) },
    options: direction,
    plugins: [printedAtBars(figure.printed, rtl)]
  }
}

/** Writes each share at the end of its bar, in the words of the table. */
function printedAtBars(printed: Drawn['figure']['printed'], rtl: boolean): Plugin<'bar'> {
  return {
    id: 'printed',
    afterDatasetsDraw(chart) {
      const { ctx } = chart
      const gap = rtl ? -8 : 8
      ctx.save()
      ctx.fillStyle = String(Chart.defaults.color)
      ctx.font = `600 15px ${Chart.defaults.font.family ?? 'sans-serif'}`
      ctx.textBaseline = 'middle'
      ctx.textAlign = rtl ? 'right' : 'left'
      for (const [index, texts] of printed.entries()) {
        for (const [row, bar] of chart.getDatasetMeta(index).data.entries()) {
          // A hidden number has no bar; its mark stands where the bar would begin.
          const end = Number.isFinite(bar.x) ? bar.x : (chart.scales['x']?.getPixelForValue(0) ?? 0)
          ctx.fillText(texts[row] ?? '', end + gap, bar.y)
        }
      }
      ctx.restore()
    }
  }
}

function coloured(dataset: Bars['data']['datasets'][number], index: number) {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  const colour = paletteInTheDark[index % paletteInTheDark.length]
  return dark && colour !== undefined ? { ...dataset, backgroundColor: colour } : dataset
}

/** Breaks a label into lines between its words, so that the bars keep most of the width. */
function linesOf(label: string): string[] {
  const lines: string[] = []
  for (const word of wordsOf(label)) {
    const longer = (lines.at(-1) ?? '') + word
    if (lines.length > 0 && widthOf(longer.trimEnd()) <= lettersALine) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines.map(line => line.trimEnd())
}

/** Words with the space behind them; Chinese has words without spaces between them. */
function wordsOf(label: string): string[] {
  if (label.includes(' ') || !/\p{Script=Han}/u.test(label)) return label.split(/(?<= )/)
  return [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(label)].map(({ segment }) => segment)
}

/** In Latin letters; a Chinese character is twice as wide. */
function widthOf(text: string): number {
  return text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0)
}
