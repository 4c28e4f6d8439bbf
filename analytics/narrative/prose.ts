import { formatNumber, isolated, translator, type Language } from '#locales'
import { answerText, wordsFor, type ClosedQuestion } from '#surveys'

/** A share as running text has it: "62 per cent", "95 per cent or more". */
export function percentInProse(percent: number, status: '' | 't', language: Language): string {
  const t = translator(language)
  const params = { count: percent, number: formatNumber(percent, language) }
  return status === 't' ? t('narrative:percentOrMore', params) : t('narrative:percent', params)
}

/** A difference of two shares: "12 percentage points". */
export function pointsInProse(points: number, language: Language): string {
  return translator(language)('narrative:points', { count: points, number: formatNumber(points, language) })
}

/** Where an answer of a ranking stands when it is counted: "among their first three choices", in words up to five. */
export function placesInProse(places: number, language: Language): string {
  const t = translator(language)
  return places <= 5 ? t(`narrative:places.${places}`) : t('narrative:places.more')
}

/** An answer as it stands between quotation marks, a number with its unit; the marks are the frame's. */
export function quotedAnswer(question: ClosedQuestion, code: string, language: Language): string {
  const answer = answerText(question, code, language)
  if (question.kind !== 'number' || question.unit === undefined) return isolated(answer)
  const unit = wordsFor(question.unit, language, 'standard')
  return isolated(translator(language)('narrative:withUnit', { answer, unit }))
}

/** A question as it stands between quotation marks: whole, and never inflected. */
export function quotedQuestion(
  question: { readonly text: Parameters<typeof wordsFor>[0] },
  language: Language
): string {
  return isolated(wordsFor(question.text, language, 'standard'))
}
