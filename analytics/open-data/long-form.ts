import { translator, unisolated, type Language } from '#locales'
import { wordsFor, type ClosedQuestion } from '#surveys'
import { cellsOf, cellText } from '../cells.ts'
import type { ProtectedTable } from '../disclosure/protect.ts'
import type { Release } from '../release.ts'
import { closedQuestionsOf, wholeTableOf } from '../release-parts.ts'
import type { PrintedColumn, Status } from '../table.ts'
import { compositionOf } from '../composition/composition.ts'
import { weightingOf } from '../weighting/weighting.ts'
import { leftOutRows } from './left-out-rows.ts'
import { besideRows, composing, weightedRows } from './composition-rows.ts'

/** One printed number: the columns of the CSV, in their order. An empty string is a number that is not there. */
export type LongRow = {
  readonly wave: string
  readonly version: number
  readonly question_id: string
  readonly question_text: string
  readonly option_code: string
  readonly option_text: string
  readonly group: string
  readonly group_value: string
  readonly n: number | ''
  readonly base: number | ''
  readonly percent: number | ''
  readonly status: Status
  readonly lang: Language
}

/** The names of the columns. */
export const longColumns = [
  'wave',
  'version',
  'question_id',
  'question_text',
  'option_code',
  'option_text',
  'group',
  'group_value',
  'n',
  'base',
  'percent',
  'status',
  'lang'
] as const satisfies readonly (keyof LongRow)[]

/** Stands between the parts of a pair of breakdowns; no id and no code can hold it. */
export const pairSign = '*'

/**
 * Every number of a release, one a row. Who took part comes before the results; of each table answers first, then what is counted beside them, then those who did not
 * answer, by state. Which tables were left out stands last.
 */
export function* longRows(release: Release, language: Language): Generator<LongRow> {
  const first = composing(release)
  const parts = compositionOf(release)
  for (const part of parts) {
    const table = part.question && wholeTableOf(release, part.question.id)
    if (table) yield* tableRows(release, table, language)
    yield* besideRows(release, part, language)
  }
  const weighting = weightingOf(release)
  for (const table of release.tables) {
    const whole = table.by.length === 0
    if (whole && first.includes(table.question)) continue
    const rows = [...tableRows(release, table, language)]
    yield* rows
    if (whole) yield* weightedRows(release, weighting, rows)
  }
  yield* leftOutRows(release, language)
}

function* tableRows(release: Release, table: ProtectedTable, language: Language): Generator<LongRow> {
  const question = closedQuestionsOf(release).get(table.question)
  if (question === undefined) throw new RangeError(`the release has no question ${table.question}`)
  for (const column of table.columns) yield* columnRows(release, question, table, column, language)
}

function* columnRows(
  release: Release,
  question: ClosedQuestion,
  table: ProtectedTable,
  column: PrintedColumn,
  language: Language
): Generator<LongRow> {
  const t = translator(language)
  const shared = {
    wave: release.consultation.slug,
    version: release.version.number,
    question_id: question.id,
    question_text: wordsFor(question.text, language, 'standard'),
    group: table.by.join(pairSign),
    group_value: column.values.join(pairSign),
    base: column.base.n ?? ('' as const),
    lang: language
  }
  for (const { code, n, percent, status } of cellsOf(column)) {
    yield {
      ...shared,
      option_code: code,
      option_text: unisolated(cellText(question, code, language)),
      n: n ?? '',
      percent: percent ?? '',
      status
    }
  }
  for (const { state, n, status } of column.states) {
    yield {
      ...shared,
      option_code: state,
      option_text: t(`results:state.${state}`),
      n: n ?? '',
      percent: '',
      status
    }
  }
}
