import { isolated, translator, type Language } from '#locales'
import { answerText, type ClosedQuestion } from '#surveys'
import { notGiven, type PrintedColumn } from './table.ts'

/** A group in words: its value of each breakdown question, "not given" where there is none. */
export function groupText(column: PrintedColumn, by: readonly ClosedQuestion[], language: Language): string {
  const t = translator(language)
  const values = by.map((question, index) => {
    const value = column.values[index] ?? notGiven
    return value === notGiven ? t('results:notGiven') : isolated(answerText(question, value, language))
  })
  const [first = '', second] = values
  return second === undefined ? first : t('results:pair', { first, second })
}
