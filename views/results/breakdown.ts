import {
  cellsOf,
  cellText,
  groupText,
  printedCount,
  printedRow,
  splitName,
  type PrintedColumn,
  type PrintedRow,
  type ProtectedTable
} from '#analytics'
import { formatList, isolated, translator, type Language } from '#locales'
import { wordsFor, type ClosedQuestion } from '#surveys'

/**
 * A breakdown reads answer by answer: under each answer its groups, one below the other, so that groups can be
 * compared on a narrow screen too and every number has a bar of its own.
 */
export type BreakdownView = {
  readonly id: string
  readonly title: string
  readonly caption: string
  /** By two questions: long, and without bars. */
  readonly pair: boolean
  readonly blocks: readonly BreakdownBlock[]
}
export type BreakdownBlock = {
  /** Code of the answer or state, `size` or `base`. */
  readonly code: string
  readonly label: string
  readonly quiet: boolean
  readonly rows: readonly (PrintedRow & { readonly group: string; readonly label: string })[]
}

/** The groups of one table, under each of its answers. */
export function breakdownView(input: {
  readonly id: string
  readonly question: ClosedQuestion
  readonly table: ProtectedTable
  readonly questions: ReadonlyMap<string, ClosedQuestion>
  readonly language: Language
}): BreakdownView {
  const { id, question, table, language } = input
  const t = translator(language)
  const by = table.by.map(name => splitQuestion(name, input.questions))
  const names = formatList(
    by.map(split => splitName(split, language)),
    language
  )
  const rowsOf = (row: (column: PrintedColumn) => PrintedRow) =>
    table.columns.map(column => ({
      ...row(column),
      group: column.values.join(' '),
      label: groupText(column, by, language)
    }))
  const counts = (count: (column: PrintedColumn) => Parameters<typeof printedCount>[0]) =>
    rowsOf(column => ({ n: printedCount(count(column), language), percent: null, bar: null }))
  return {
    id,
    title: t('results:breakdown.title', { names }),
    caption: t('results:breakdown.caption', {
      question: isolated(wordsFor(question.text, language, 'standard')),
      names
    }),
    pair: by.length > 1,
    blocks: [
      { code: 'size', label: t('results:breakdown.size'), quiet: true, rows: counts(column => column.size) },
      { code: 'base', label: t('results:breakdown.base'), quiet: true, rows: counts(column => column.base) },
      ...codesOf(table).map((code, index) => ({
        code,
        label: cellText(question, code, language),
        quiet: false,
        rows: rowsOf(column => {
          const row = printedRow(cellsOf(column)[index] ?? hiddenCell(code), language)
          return by.length > 1 ? { ...row, bar: null } : row
        })
      })),
      ...(table.columns[0]?.states ?? []).map(({ state }) => ({
        code: state,
        label: t(`results:state.${state}`),
        quiet: true,
        rows: counts(column => column.states.find(each => each.state === state) ?? { n: null, status: 'c' })
      }))
    ]
  }
}

function codesOf({ columns: [first] }: ProtectedTable): readonly string[] {
  return first === undefined ? [] : cellsOf(first).map(({ code }) => code)
}

function hiddenCell(code: string) {
  return { code, n: null, percent: null, status: 'c' } as const
}

function splitQuestion(id: string, questions: ReadonlyMap<string, ClosedQuestion>): ClosedQuestion {
  const question = questions.get(id)
  if (question === undefined) throw new RangeError(`no question ${id} to break down by`)
  return question
}
