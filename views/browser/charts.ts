import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Tooltip } from 'chart.js'
import type { ResultsData } from '../results/chart-data.ts'
import { drawFigure } from './figure-drawing.ts'

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip)

const json = document.getElementById('data')?.textContent
if (json) {
  const data: ResultsData = JSON.parse(json)
  for (const figure of data.figures) drawFigure(figure, data.rtl)
}
