import { formatDate, isolated, joinSentences, translator } from '#locales'
import { wordsFor, type NumberQuestion, type TextQuestion } from '#surveys'
import type { QuestionInput } from './question.ts'
import { firstControlId } from './question-ids.ts'

export type FieldView = {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly value: string
}
export type TextView = FieldView & {
  readonly long: boolean
  /** What not to write, when it is read, and that nobody can answer. */
  readonly notice: string
}

export function numberView(
  question: NumberQuestion,
  { position, language, edition, given }: QuestionInput
): FieldView {
  const t = translator(language, edition)
  return {
    id: firstControlId(position),
    name: `q.${question.id}`,
    label:
      question.unit === undefined
        ? t('respond:form.yourAnswer')
        : t('respond:form.numberUnit', { unit: isolated(wordsFor(question.unit, language, edition)) }),
    value: given.find(value => value !== 'dk' && value !== 'pns') ?? ''
  }
}

export function textView(
  question: TextQuestion,
  { position, language, edition, given, closesOn, leadReads }: QuestionInput
): TextView {
  const t = translator(language, edition)
  const date = isolated(formatDate(closesOn, language))
  const notice = [
    t('ownWords:notice'),
    t('ownWords:unread', { date }),
    ...(leadReads ? [t('ownWords:leadReads')] : []),
    t('ownWords:noHelp')
  ]
  return {
    id: firstControlId(position),
    name: `q.${question.id}`,
    label: t('respond:form.yourAnswer'),
    value: given.join('\n'),
    long: question.kind === 'long_text',
    notice: joinSentences(notice, language)
  }
}
