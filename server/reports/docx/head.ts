import type { BoxEntry, Report } from '#analytics'
import { BorderStyle, Table, TableCell, TableLayoutType, TableRow, WidthType, type Paragraph } from 'docx'
import { paragraph, runsOf } from './runs.ts'
import { textWidth, type Setting } from './setting.ts'

/** The head of the first page down to the title: whose document it is, for which meeting, under which number. */
export function headOf({ head, title, demonstration }: Report, setting: Setting): (Paragraph | Table)[] {
  const start = [
    line(head.body, setting, 'Strong'),
    line(head.meeting, setting),
    line(head.placeAndDates, setting)
  ]
  const end = [line(head.document, setting, 'Strong'), line(head.date, setting), line(head.original, setting)]
  return [
    ...(demonstration === null ? [] : [paragraph('Demonstration', setting, runsOf(demonstration, setting))]),
    sideBySide(start.flat(), end.flat(), setting),
    ...(head.source === '' ? [] : [paragraph('Source', setting, runsOf(head.source, setting))]),
    paragraph('Title', setting, runsOf(title, setting))
  ]
}

/** A line of the head; none where there is nothing to say. */
function line(text: string, setting: Setting, style?: 'Strong'): Paragraph[] {
  return text === '' ? [] : [paragraph('DocumentHead', setting, runsOf(text, setting, style))]
}

function sideBySide(start: readonly Paragraph[], end: readonly Paragraph[], setting: Setting): Table {
  const widths = [Math.round(textWidth * 0.62), Math.round(textWidth * 0.38)]
  return new Table({
    ...layout(setting, widths),
    borders: { ...noBorders, bottom: { style: BorderStyle.SINGLE, size: 8, color: '000000' } },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [start, end].map(
          (children, column) =>
            new TableCell({
              children,
              width: { size: widths[column] ?? 0, type: WidthType.DXA },
              margins: { left: 0, right: 0, bottom: 113, marginUnitType: WidthType.DXA }
            })
        )
      })
    ]
  })
}

/** The box under the title; a rule stands above its last entry, the references. */
export function boxOf(entries: readonly BoxEntry[], setting: Setting): Table {
  const children = entries.flatMap(({ term, paragraphs }, index) => [
    ...(index === entries.length - 1 && index > 0 ? [ruleOf(setting)] : []),
    paragraph('BoxTerm', setting, runsOf(term, setting)),
    ...paragraphs.map(text => paragraph('BoxText', setting, runsOf(text, setting)))
  ])
  const border = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const
  return new Table({
    ...layout(setting, [textWidth]),
    borders: { ...noBorders, top: border, bottom: border, left: border, right: border },
    rows: [
      new TableRow({
        children: [
          new TableCell({
            children,
            width: { size: textWidth, type: WidthType.DXA },
            margins: { top: 57, bottom: 57, left: 170, right: 170, marginUnitType: WidthType.DXA }
          })
        ]
      })
    ]
  })
}

/** The short line that ends the main part, and sets off the references. */
export function ruleOf(setting: Setting): Paragraph {
  return paragraph('Rule', setting, runsOf('______________', setting))
}

const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const noBorders = {
  top: noBorder,
  bottom: noBorder,
  left: noBorder,
  right: noBorder,
  insideHorizontal: noBorder,
  insideVertical: noBorder
} as const

function layout(setting: Setting, columnWidths: number[]) {
  return {
    columnWidths,
    width: { size: textWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    ...(setting.rtl ? { visuallyRightToLeft: true } : {})
  }
}
