import { formatNumber, translator, type Language } from '#locales'
import { bandsOf } from './kinds/number.ts'
import type { ClosedQuestion } from './questionnaire.ts'
import { wordsFor } from './texts.ts'

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
