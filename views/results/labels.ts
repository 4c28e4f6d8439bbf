import { notGiven, type PrintedColumn } from '#analytics'
import { formatNumber, translator, type Language } from '#locales'
import { bandsOf, wordsFor, type ClosedQuestion } from '#surveys'
import { isolated } from '../isolate.ts'

/** An answer's code in words: an option's text, or a band of numbers. */
export function answerText(question: ClosedQuestion, code: string, language: Language): string {
  if (question.kind !== 'number') {
    const option = question.options.find(candidate => candidate.code === code)
    if (option === undefined) throw new RangeError(`${question.id} has no option ${code}`)
    return wordsFor(option.text, language, 'standard')
  }
  const band = bandsOf(question).find(candidate => candidate.code === code)
  if (band === undefined) throw new RangeError(`${question.id} has no band ${code}`)
  const [from, to] = [formatNumber(band.from, language), formatNumber(band.to, language)]
  return band.from === band.to ? from : translator(language)('results:band', { from, to })
}

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
