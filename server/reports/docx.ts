import { figuresIn, type Report, type ReportFigure } from '#analytics'
import { AlignmentType, Document, LevelFormat, Packer, type IPropertiesOptions } from 'docx'
import type { ChartPainter, PaintedChart } from '../charts/painter.ts'
import { annexOf, bullets } from './docx/annex.ts'
import { finished } from './docx/finish.ts'
import { boxOf, headOf, ruleOf } from './docx/head.ts'
import { sectionOf, type Charts } from './docx/main-part.ts'
import { runningHeads } from './docx/running.ts'
import { page, settingOf, type Setting } from './docx/setting.ts'
import { indents, stylesOf } from './docx/styles.ts'

/** A report as a Word document in Council form. The same report gives the same bytes. */
export async function docxOf(report: Report, painter: ChartPainter): Promise<Buffer> {
  const setting = settingOf(report.language)
  const charts = await paintedCharts(report, painter)
  const packed = await Packer.toBuffer(new Document(partsOf(report, charts, setting)))
  return finished(packed, report, setting)
}

/** One after the other: each picture takes its memory, and the painter has one hand. */
async function paintedCharts(report: Report, painter: ChartPainter): Promise<Charts> {
  const painted = new Map<ReportFigure, PaintedChart>()
  for (const figure of figuresIn(report))
    painted.set(figure, await painter.paint(figure.chart, report.language))
  return figure => {
    const chart = painted.get(figure)
    if (chart === undefined) throw new RangeError(`figure ${figure.number} was not painted`)
    return chart
  }
}

function partsOf(report: Report, charts: Charts, setting: Setting): IPropertiesOptions {
  const { side, top, bottom, ...size } = page
  return {
    styles: stylesOf(setting),
    numbering: { config: [{ reference: bullets, levels: [bullet] }] },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size, margin: { top, bottom, left: side, right: side, header: 567, footer: 567 } }
        },
        headers: runningHeads(report, setting),
        children: [
          ...headOf(report, setting),
          boxOf(report.box, setting),
          ...report.sections.flatMap(section => sectionOf(section, charts, setting)),
          ruleOf(setting),
          ...report.annexes.flatMap(annex => annexOf(annex, charts, setting))
        ]
      }
    ]
  }
}

const bullet = {
  level: 0,
  format: LevelFormat.BULLET,
  text: '•',
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: indents.bullet, hanging: indents.bullet } } }
} as const
