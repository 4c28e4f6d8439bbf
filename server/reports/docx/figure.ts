import type { ReportFigure } from '#analytics'
import { ImageRun, type Paragraph } from 'docx'
import type { PaintedChart } from '../../charts/painter.ts'
import { unisolated } from './pieces.ts'
import { paragraph, runsOf } from './runs.ts'
import type { Setting } from './setting.ts'

/** In CSS pixels, 96 to the inch: 16 centimetres, and what leaves room for heading and notes on a page. */
const widest = 605
const highest = 640

/** A chart under its heading, with what has to be known to read it below; together on one page. */
export function figureOf(figure: ReportFigure, chart: PaintedChart, setting: Setting): Paragraph[] {
  const last = figure.lines.length - 1
  return [
    paragraph('Caption', setting, runsOf(figure.heading, setting)),
    ...(figure.subtitle === ''
      ? []
      : [paragraph('FigureSubtitle', setting, runsOf(figure.subtitle, setting))]),
    paragraph('Picture', setting, [pictureOf(figure, chart)], last < 0 ? {} : { keepNext: true }),
    ...figure.lines.map((text, index) =>
      paragraph('FigureNote', setting, runsOf(text, setting), index < last ? { keepNext: true } : {})
    )
  ]
}

function pictureOf(figure: ReportFigure, { png, width, height }: PaintedChart): ImageRun {
  const scale = Math.min(widest / width, highest / height)
  return new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: {
      id: String(figure.number),
      name: `figure-${figure.number}`,
      title: unisolated(figure.heading),
      description: unisolated(figure.alternative)
    }
  })
}
