import { isolated, translator } from '#locales'
import { wordsFor, type ClosedQuestion } from '#surveys'
import type { ProtectedTable } from '../disclosure/protect.ts'
import { cellsOf, cellText } from '../cells.ts'
import { groupText } from '../group-text.ts'
import { printedCount, printedRow, printedText } from '../printed.ts'
import { splitName } from '../question-words.ts'
import { figureNumberOf, wholeTableOf } from '../release-parts.ts'
import type { PrintedCell, PrintedColumn } from '../table.ts'
import type { ReportTable } from './document.ts'
import { baseLine } from './figure.ts'
import type { Material } from './material.ts'
import { weightedCells } from '../weighting/weighted-cells.ts'

/** Counts and shares of a question for all respondents, under the number of its figure. */
export function answersTable(material: Material, question: ClosedQuestion): ReportTable | undefined {
  const { release, language } = material
  const column = wholeTableOf(release, question.id)?.columns[0]
  if (column === undefined) return undefined
  const t = translator(language)
  const number = figureNumberOf(release, question.id)
  const weighted = weightedTexts(material, question)
  return {
    number,
    caption: t('report:table.caption', { number, question: askedOf(question, material) }),
    head: [
      t('results:figure.answer'),
      t('results:figure.count'),
      t('results:figure.share'),
      ...(weighted.size > 0 ? [t('composition:weighted.column')] : [])
    ],
    rows: cellsOf(column).map(cell => {
      const { n, percent } = printedRow(cell, language)
      const beside = weighted.get(cell.code)
      return {
        head: cellText(question, cell.code, language),
        cells: [printedText(n), printedText(percent), ...(weighted.size > 0 ? [beside ?? '–'] : [])]
      }
    }),
    lines: [baseLine(column, material)]
  }
}

/** Weighted shares of a question by code, as they stand beside the others; none where it is not weighted. */
function weightedTexts(
  { release, weighting, language }: Material,
  question: ClosedQuestion
): ReadonlyMap<string, string> {
  const cells = weighting.outcome === 'weighted' ? weightedCells(weighting, release, question.id) : undefined
  return new Map(
    (cells ?? []).map(cell => [cell.code, printedText(printedRow({ ...cell, n: null }, language).percent)])
  )
}

/** More groups than this beside each other leave no room for their names; then the table goes on in another. */
const mostGroups = 8

/** Shares of a question in each group of one breakdown, one column a group. */
export function groupsTables(
  material: Material,
  { question, split, table }: { question: ClosedQuestion; split: ClosedQuestion; table: ProtectedTable },
  next: () => number
): ReportTable[] {
  const { language } = material
  const t = translator(language)
  return inPages(table.columns).map(columns => {
    const number = next()
    return {
      number,
      caption: t('report:table.captionBy', {
        number,
        question: askedOf(question, material),
        group: splitName(split, language)
      }),
      head: [t('results:figure.answer'), ...columns.map(column => groupText(column, [split], language))],
      rows: [
        ...codesOf(columns).map((code, index) => ({
          head: cellText(question, code, language),
          cells: columns.map(column => shareText(cellsOf(column)[index], material))
        })),
        {
          head: t('report:table.base'),
          cells: columns.map(({ base }) => printedText(printedCount(base, language)))
        }
      ],
      lines: []
    }
  })
}

function codesOf([first]: readonly PrintedColumn[]): readonly string[] {
  return first === undefined ? [] : cellsOf(first).map(({ code }) => code)
}

function inPages(columns: readonly PrintedColumn[]): readonly (readonly PrintedColumn[])[] {
  const pages = Math.ceil(columns.length / mostGroups)
  return Array.from({ length: pages }, (_, page) => columns.slice(page * mostGroups, (page + 1) * mostGroups))
}

function shareText(cell: PrintedCell | undefined, { language }: Material): string {
  return cell === undefined ? '' : printedText(printedRow(cell, language).percent)
}

function askedOf(question: ClosedQuestion, { language }: Material): string {
  return isolated(wordsFor(question.text, language, 'standard'))
}
