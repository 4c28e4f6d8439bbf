import {
  assertProtectedCount,
  cellText,
  extrasOf,
  printedCount,
  printedRow,
  readingNotes,
  type Lead,
  type Printed,
  type PrintedRow,
  type PrintedColumn,
  type ProtectedCount,
  type ProtectedTable,
  type State,
  type WeightedCell
} from '#analytics'
import { isolated, translator, type Language } from '#locales'
import { answerText, wordsFor, type ClosedQuestion, type TextQuestion } from '#surveys'
import { fitsAPicture } from '../charts/measures.ts'
import { breakdownView, type BreakdownView } from './breakdown.ts'

/** One question: the table of all respondents, and its breakdowns. */
export type FigureView = {
  readonly id: string
  readonly heading: string
  /** What the answers come to, in one sentence; null where they are too few for one. */
  readonly finding: string | null
  readonly subtitle: string
  readonly base: Printed
  readonly rows: readonly (LabelledRow & { readonly weighted: Printed | null })[]
  /** Whether weighted shares stand beside the shares. */
  readonly weighted: boolean
  /** What is counted beside the answers, under a heading of its own. */
  readonly beside: { readonly title: string; readonly rows: readonly LabelledRow[] } | null
  readonly states: readonly (Printed & { readonly code: State; readonly label: string })[]
  /** The question in full, as respondents read it. */
  readonly question: string
  readonly hint: string | null
  /** How to read counts that do not add up to the base, and who is in it. */
  readonly notes: readonly string[]
  /** Address of the chart as a picture; null where there is none, or on a page that travels as a file. */
  readonly picture: string | null
  readonly breakdowns: readonly BreakdownView[]
  /** Which of its tables the audit left out; null where all are there. */
  readonly leftOut: string | null
}

type LabelledRow = PrintedRow & { readonly code: string; readonly label: string }

/** A question of which nothing is printed, because the audit left all of its tables out. */
export type MissingView = { readonly id: string; readonly heading: string; readonly leftOut: string }

/** A question answered in words: how many wrote something; the words themselves are not here. */
export type WrittenView = {
  readonly id: string
  readonly heading: string
  readonly question: string
  readonly count: Printed
}

export type FigureInput = {
  readonly number: number
  readonly question: ClosedQuestion
  /** All tables of this question. */
  readonly tables: readonly ProtectedTable[]
  readonly questions: ReadonlyMap<string, ClosedQuestion>
  /** Whether nobody was asked the question, because its answer follows from another. */
  readonly derived: boolean
  readonly picture: string | null
  /** What the question comes to, where that can be said. */
  readonly lead: Lead | undefined
  readonly leftOut: string | null
  /** Weighted shares of its answers, where there are any. */
  readonly weighted: readonly WeightedCell[] | undefined
  readonly language: Language
}

/** Id of a figure's element; also what its chart is found by. */
export function figureId(number: number): string {
  return `f${number}`
}

/** A figure, or null where the release has no table of all respondents for the question. */
export function figureView(input: FigureInput): FigureView | null {
  const { number, question, tables, lead, language } = input
  const t = translator(language)
  const whole = tables.find(table => table.by.length === 0)
  const column = whole?.columns[0]
  if (whole === undefined || column === undefined) return null
  const text = wordsFor(question.text, language, 'standard')
  return {
    id: figureId(number),
    heading: headingOf(number, question, language),
    finding: lead?.headline.text ?? null,
    subtitle: subtitleOf(question, language),
    base: printedCount(column.base, language),
    rows: column.cells.map(cell => ({
      ...printedRow(cell, language),
      code: cell.code,
      label: answerText(question, cell.code, language),
      weighted: weightedShare(input.weighted, cell.code, language)
    })),
    weighted: input.weighted !== undefined,
    beside: besideOf(question, column, language),
    states: statesOf(column, language),
    question: t('results:figure.question', { question: isolated(text) }),
    hint: question.hint === undefined ? null : wordsFor(question.hint, language, 'standard'),
    notes: readingNotes(question, whole, input.derived, language),
    picture: fitsAPicture(column.cells.length) ? input.picture : null,
    breakdowns: tables
      .filter(table => table.by.length > 0)
      .map((table, index) => breakdownView({ ...input, table, id: `${figureId(number)}-${index + 1}` })),
    leftOut: input.leftOut
  }
}

/** What stands in the place of a figure, so that its number is not missed; null where nothing was left out. */
export function missingView({
  number,
  question,
  leftOut,
  language
}: Pick<FigureInput, 'number' | 'question' | 'leftOut' | 'language'>): MissingView | null {
  if (leftOut === null) return null
  return { id: figureId(number), heading: headingOf(number, question, language), leftOut }
}

function headingOf(number: number, question: ClosedQuestion, language: Language): string {
  const text = isolated(wordsFor(question.text, language, 'standard'))
  return translator(language)('results:figure.heading', { number, question: text })
}

function weightedShare(
  cells: readonly WeightedCell[] | undefined,
  code: string,
  language: Language
): Printed | null {
  const cell = cells?.find(each => each.code === code)
  return cell === undefined ? null : printedRow({ ...cell, n: null }, language).percent
}

/** The two highest points of a scale together, or the first choices of a ranking under the words of the answers. */
function besideOf(question: ClosedQuestion, column: PrintedColumn, language: Language): FigureView['beside'] {
  const t = translator(language)
  const rows = extrasOf(question).flatMap(({ code, kind, of }) => {
    const cell = column.extras?.find(each => each.code === code)
    if (cell === undefined) return []
    const label =
      kind === 'first' ? answerText(question, of[0] ?? '', language) : cellText(question, code, language)
    return [{ kind, row: { ...printedRow(cell, language), code, label } }]
  })
  const [first] = rows
  if (first === undefined) return null
  return { title: t(`results:extra.${first.kind}Title`), rows: rows.map(({ row }) => row) }
}

/** A question that was answered in words. @throws RangeError when its count did not pass the protector */
export function writtenView(input: {
  /** Its place among the open questions. */
  readonly place: number
  readonly question: TextQuestion
  /** Undefined where the release has no count for the question: that reads like a hidden one. */
  readonly count: ProtectedCount | undefined
  readonly language: Language
}): WrittenView {
  const { place, question, count, language } = input
  const t = translator(language)
  const text = isolated(wordsFor(question.text, language, 'standard'))
  if (count !== undefined) assertProtectedCount(count)
  return {
    id: `w${place}`,
    heading: text,
    question: t('results:figure.question', { question: text }),
    count: printedCount(count ?? { n: null, status: 'c' }, language)
  }
}

/** Those who did not answer, by state. */
export function statesOf(column: PrintedColumn, language: Language): FigureView['states'] {
  const t = translator(language)
  return column.states.map(({ state, n, status }) => ({
    ...printedCount({ n, status }, language),
    code: state,
    label: t(`results:state.${state}`)
  }))
}

function subtitleOf(question: ClosedQuestion, language: Language): string {
  const t = translator(language)
  if (question.kind !== 'number' || question.unit === undefined) return t('results:figure.subtitle')
  return t('results:figure.subtitleUnit', { unit: isolated(wordsFor(question.unit, language, 'standard')) })
}
