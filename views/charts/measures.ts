import type { Figure } from '#analytics'
import { linesOf } from './labels.ts'

/** Sizes of a chart, in CSS pixels. */
export type ChartMeasures = {
  readonly fontSize: number
  /** Least height of the row of one bar. */
  readonly rowHeight: number
  /** Height of one line of a label of several lines. */
  readonly lineHeight: number
  /** Between the labels of two rows. */
  readonly labelGap: number
  /** Longest line of a label, in Latin letters. */
  readonly lettersALine: number
  readonly axisHeight: number
  /** No bar is thicker than this, however many lines the label beside it has. */
  readonly thickestBar: number | null
}

export const onScreen: ChartMeasures = {
  fontSize: 15,
  rowHeight: 40,
  lineHeight: 20,
  labelGap: 20,
  lettersALine: 30,
  axisHeight: 36,
  thickestBar: null
}

/** For a picture 640 pixels wide, printed 16 cm wide: then its letters are 8.5 points high. */
export const onPaper: ChartMeasures = {
  fontSize: 12,
  rowHeight: 32,
  lineHeight: 16,
  labelGap: 10,
  lettersALine: 37,
  axisHeight: 30,
  thickestBar: 22
}

/** A picture of more bars, such as one for each number that can be written, is no use to anybody and takes seconds. */
const mostBarsInAPicture = 300

/** Whether a chart can be drawn as a picture. @param bars answers by groups */
export function fitsAPicture(bars: number): boolean {
  return bars <= mostBarsInAPicture
}

/** Bars of a figure, drawn or hidden. */
export function barsOf({ printed }: Figure): number {
  return printed.reduce((sum, texts) => sum + texts.length, 0)
}

/** Height that a chart wants: by the number of answers, by the longest of their labels, and for a legend. */
export function chartHeight(figure: Figure, measures: ChartMeasures): number {
  const { data, options } = figure.configuration
  const { labels = [], datasets } = data
  const { rowHeight, lineHeight, labelGap, lettersALine, axisHeight } = measures
  const lines = Math.max(1, ...labels.map(label => linesOf(label, lettersALine).length))
  const row = Math.max(datasets.length * rowHeight, lines * lineHeight + labelGap)
  const legend = options?.plugins?.legend?.display === true ? rowHeight : 0
  return labels.length * row + axisHeight + legend
}
