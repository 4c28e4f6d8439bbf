import type { ReportTable } from '#analytics'
import { Table, TableCell, TableLayoutType, TableRow, WidthType, type Paragraph } from 'docx'
import { columnWidths, isNumeric } from './columns.ts'
import { paragraph, runsOf } from './runs.ts'
import { textWidth, type Setting } from './setting.ts'

/** Rows that stay together on a page; a longer table runs on, with its head repeated. */
const mostRowsTogether = 14

/** A table with its caption above and its notes below. */
export function tableOf(table: ReportTable, setting: Setting): (Paragraph | Table)[] {
  return [
    paragraph('Caption', setting, runsOf(table.caption, setting)),
    gridOf(table, setting),
    ...table.lines.map(text => paragraph('TableNote', setting, runsOf(text, setting)))
  ]
}

function gridOf({ head, rows }: ReportTable, setting: Setting): Table {
  const lines = rows.map(row => [row.head, ...row.cells])
  const columns = head.map((heading, index) => ({ heading, cells: lines.map(line => line[index] ?? '') }))
  const widths = columnWidths(columns, textWidth, letterIn(setting))
  const atEnd = columns.map(({ cells }, index) => index > 0 && isNumeric(cells))
  const together = rows.length <= mostRowsTogether

  const cell = (text: string, index: number, style: 'Text' | 'Heading', keepNext: boolean): TableCell =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      children: [
        paragraph(
          styleOf(style, atEnd[index] ?? false),
          setting,
          runsOf(text, setting),
          keepNext ? { keepNext } : {}
        )
      ]
    })

  return new Table({
    style: 'ReportTable',
    tableLook: { firstRow: true, firstColumn: true, noVBand: true, noHBand: true },
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    ...(setting.rtl ? { visuallyRightToLeft: true } : {}),
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((text, index) => cell(text, index, 'Heading', true))
      }),
      ...lines.map(
        (line, row) =>
          new TableRow({
            cantSplit: true,
            children: head.map((_, index) =>
              cell(line[index] ?? '', index, 'Text', together && row < lines.length - 1)
            )
          })
      )
    ]
  })
}

/** Of the headings, which are bold, with the margins of a cell; in twentieths of a point. Arabic ones are set larger. */
function letterIn({ rtl }: Setting): { readonly width: number; readonly beside: number } {
  return { width: rtl ? 134 : 108, beside: 190 }
}

function styleOf(style: 'Text' | 'Heading', atEnd: boolean) {
  if (style === 'Heading') return atEnd ? 'TableNumberHeading' : 'TableHeading'
  return atEnd ? 'TableNumber' : 'TableText'
}
