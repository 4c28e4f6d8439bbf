import type { AnnexBlock, ReportAnnex } from '#analytics'
import type { Paragraph, Table } from 'docx'
import { lengthOf } from './columns.ts'
import { figureOf } from './figure.ts'
import type { Charts } from './main-part.ts'
import { codeRuns, lineBreak, paragraph, runsOf, tab } from './runs.ts'
import type { Setting } from './setting.ts'
import { tableOf } from './table.ts'

/** What numbers the bullets of lists; see `numbering` in `docx.ts`. */
export const bullets = 'earshot-bullets'

/** An annex, on a page of its own. */
export function annexOf(
  { label, heading, blocks }: ReportAnnex,
  charts: Charts,
  setting: Setting
): (Paragraph | Table)[] {
  const title = [...runsOf(label, setting), lineBreak(setting), ...runsOf(heading, setting)]
  return [
    paragraph('AnnexHeading', setting, title, { pageBreakBefore: true }),
    ...blocks.flatMap(block => blockOf(block, charts, setting))
  ]
}

function blockOf(block: AnnexBlock, charts: Charts, setting: Setting): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [paragraph('Heading2', setting, runsOf(block.text, setting))]
    case 'text':
      return [paragraph('Normal', setting, runsOf(block.text, setting))]
    case 'list':
      return block.items.map(item =>
        paragraph('ListBullet', setting, runsOf(item, setting), {
          numbering: { reference: bullets, level: 0 }
        })
      )
    case 'terms':
      return block.items.map(item => termOf(item, setting))
    case 'figure':
      return figureOf(block.figure, charts(block.figure), setting)
    case 'table':
      return tableOf(block.table, setting)
  }
}

/** Letters of a term that fit into its column; Arabic ones are set larger. */
const longestTerm = { ltr: 24, rtl: 18 } as const

/** A term with its value beside it, or below it where the term is long. No table: it would have no row of headings. */
function termOf(
  { term, value, code }: Extract<AnnexBlock, { kind: 'terms' }>['items'][number],
  setting: Setting
): Paragraph {
  const between =
    lengthOf(term) > longestTerm[setting.rtl ? 'rtl' : 'ltr'] ? lineBreak(setting) : tab(setting)
  const said = code ? codeRuns(value, setting) : runsOf(value, setting)
  return paragraph('Term', setting, [...runsOf(term, setting, 'Strong'), between, ...said])
}
