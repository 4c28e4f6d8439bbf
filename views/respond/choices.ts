import { translator, type Language } from '#locales'
import { wordsFor, type ChoiceQuestion, type Edition, type NumberQuestion, type Option } from '#surveys'
import type { QuestionInput } from './question.ts'
import { questionId } from './question-ids.ts'

/** One row to press. */
export type ChoiceView = {
  readonly type: 'radio' | 'checkbox'
  readonly id: string
  readonly name: string
  readonly value: string
  readonly text: string
  readonly checked: boolean
}

export function choiceView(
  question: ChoiceQuestion,
  option: Option,
  index: number,
  { position, language, edition, given }: QuestionInput
): ChoiceView {
  return {
    type: question.kind === 'multiple' ? 'checkbox' : 'radio',
    id: `${questionId(position)}-${index}`,
    name: `q.${question.id}`,
    value: option.code,
    text: wordsFor(option.text, language, edition),
    checked: given.includes(option.code)
  }
}

/** @param after number of controls that stand before these */
export function asideOf(
  question: ChoiceQuestion | NumberQuestion,
  { position, language, edition, given }: QuestionInput,
  after: number
): ChoiceView[] {
  // Where something else can be chosen as well, a tick can be taken back; a radio button could not.
  const type = question.kind === 'single' || question.kind === 'scale' ? 'radio' : 'checkbox'
  return waysNotToAnswer(question, language, edition).map(({ value, text }, index) => ({
    type,
    id: `${questionId(position)}-${after + index}`,
    name: `q.${question.id}`,
    value,
    text,
    checked: given.includes(value)
  }))
}

export function waysNotToAnswer(
  question: ChoiceQuestion | NumberQuestion,
  language: Language,
  edition: Edition
): { value: string; text: string }[] {
  const t = translator(language, edition)
  return [
    ...(question.dontKnow === false ? [] : [{ value: 'dk', text: t('respond:form.dk') }]),
    ...(question.preferNotToSay === false ? [] : [{ value: 'pns', text: t('respond:form.pns') }])
  ]
}
