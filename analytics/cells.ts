import { isolated, translator, type Language } from '#locales'
import { answerText, type ClosedQuestion } from '#surveys'
import { extrasOf } from './extras.ts'
import type { PrintedCell, PrintedColumn, PrintedTable } from './table.ts'

/** All cells of a column in the order in which they are printed: the answers, then what is counted beside them. */
export function cellsOf({ cells, extras = [] }: PrintedColumn): readonly PrintedCell[] {
  return [...cells, ...extras]
}

/** A cell in words: an answer, two answers together, or an answer as first choice. @throws RangeError for another code */
export function cellText(question: ClosedQuestion, code: string, language: Language): string {
  const extra = extrasOf(question).find(one => one.code === code)
  if (extra === undefined) return answerText(question, code, language)
  const t = translator(language)
  const [first = '', second = ''] = extra.of.map(one => isolated(answerText(question, one, language)))
  return extra.kind === 'first'
    ? t('results:extra.first', { answer: first })
    : t('results:extra.top2', { first, second })
}

/** In how many first places the answers of a ranking are counted in a table. */
export function placesCounted(
  question: Extract<ClosedQuestion, { kind: 'ranking' }>,
  table: PrintedTable
): number {
  return table.places ?? question.upTo
}
