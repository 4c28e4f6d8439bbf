import type { ReportFigure, ReportSection } from '#analytics'
import { joinSentences } from '#locales'
import type { Paragraph } from 'docx'
import type { PaintedChart } from '../../charts/painter.ts'
import { figureOf } from './figure.ts'
import { paragraph, runsOf, tab } from './runs.ts'
import type { Setting } from './setting.ts'

/** Gives the chart that was painted for a figure. */
export type Charts = (figure: ReportFigure) => PaintedChart

export function sectionOf(
  { number, heading, blocks }: ReportSection,
  charts: Charts,
  setting: Setting
): Paragraph[] {
  return [
    paragraph('Heading1', setting, numbered(String(number), heading, setting)),
    ...blocks.flatMap(block => {
      if (block.kind === 'figure') return figureOf(block.figure, charts(block.figure), setting)
      const text = joinSentences(
        block.sentences.map(sentence => sentence.text),
        setting.language
      )
      return [paragraph('NumberedParagraph', setting, numbered(block.number, text, setting))]
    })
  ]
}

function numbered(number: string, text: string, setting: Setting) {
  return [...runsOf(number, setting), tab(setting), ...runsOf(text, setting)]
}
