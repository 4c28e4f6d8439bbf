import { isolated, translator } from '#locales'
import { answerText, wordsFor, type ClosedQuestion } from '#surveys'
import type { ProtectedTable } from '../disclosure/protect.ts'
import { groupText } from '../group-text.ts'
import { printedCount, printedRow, type Printed } from '../printed.ts'
import type { ReportTable } from './document.ts'
import { baseLine } from './figure.ts'
import { wholeTable, type Material } from './material.ts'

/** Counts and shares of a question for all respondents. */
export function answersTable(
  material: Material,
  question: ClosedQuestion,
  number: number
): ReportTable | undefined {
  const column = wholeTable(material, question.id)?.columns[0]
  if (column === undefined) return undefined
  const { language } = material
  const t = translator(language)
  return {
    number,
    caption: t('report:table.caption', { number, question: askedOf(question, material) }),
    head: [t('results:figure.answer'), t('results:figure.count'), t('results:figure.share')],
    rows: column.cells.map(cell => {
      const { n, percent } = printedRow(cell, language)
      return {
        head: answerText(question, cell.code, language),
        cells: [textOf(n), percent === null ? '' : textOf(percent)]
      }
    }),
    lines: [baseLine(column, material)]
  }
}

/** Shares of a question in each group of one breakdown, one column a group. */
export function groupsTable(
  material: Material,
  { question, split, table }: { question: ClosedQuestion; split: ClosedQuestion; table: ProtectedTable },
  number: number
): ReportTable | undefined {
  const { language } = material
  const t = translator(language)
  const [first] = table.columns
  if (first === undefined) return undefined
  const bases = table.columns.map(({ base }) => textOf(printedCount(base, language)))
  return {
    number,
    caption: t('report:table.captionBy', {
      number,
      question: askedOf(question, material),
      group: groupingOf(split, material)
    }),
    head: [t('results:figure.answer'), ...table.columns.map(column => groupText(column, [split], language))],
    rows: [
      ...first.cells.map(({ code }, index) => ({
        head: answerText(question, code, language),
        cells: table.columns.map(({ cells }) => {
          const cell = cells[index]
          const percent = cell === undefined ? null : printedRow(cell, language).percent
          return percent === null ? '' : textOf(percent)
        })
      })),
      { head: t('report:table.base'), cells: bases }
    ],
    lines: []
  }
}

function groupingOf(split: ClosedQuestion, { language }: Material): string {
  const t = translator(language)
  return split.profile === undefined
    ? t('results:breakdown.quoted', { question: isolated(wordsFor(split.text, language, 'standard')) })
    : t(`results:profile.${split.profile}`)
}

function askedOf(question: ClosedQuestion, { language }: Material): string {
  return isolated(wordsFor(question.text, language, 'standard'))
}

function textOf({ text, mark }: Printed): string {
  return [text, mark].filter(part => part !== null && part !== '').join(' ')
}
