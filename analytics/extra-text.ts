import { isolated, translator, type Language } from '#locales'
import { answerText, type ClosedQuestion } from '#surveys'
import { extrasOf } from './extras.ts'

/** An answer's code in words, or that of a count beside the single answers. @throws RangeError for an unknown code */
export function cellText(question: ClosedQuestion, code: string, language: Language): string {
  const extra = extrasOf(question).find(each => each.code === code)
  if (extra === undefined) return answerText(question, code, language)
  const t = translator(language)
  const [first = '', second = ''] = extra.of.map(each => isolated(answerText(question, each, language)))
  return extra.kind === 'top2'
    ? t('results:extra.top2', { first, second })
    : t('results:extra.first', { answer: first })
}
