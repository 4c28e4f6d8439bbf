import { formatNumber, translator } from '#locales'
import { wordsFor, type ChoiceQuestion, type RankingQuestion } from '#surveys'
import { waysNotToAnswer } from './choices.ts'
import type { QuestionInput } from './question.ts'
import { firstControlId, questionId } from './question-ids.ts'

export type SelectOption = { readonly value: string; readonly text: string; readonly selected: boolean }
export type SelectView = {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly options: readonly SelectOption[]
  readonly aside: readonly SelectOption[]
}

export function longSelect(question: ChoiceQuestion, input: QuestionInput): SelectView {
  const { position, language, edition, given } = input
  return {
    id: firstControlId(position),
    name: `q.${question.id}`,
    label: translator(language, edition)('respond:form.yourAnswer'),
    options: optionsOf(question, input, given[0]),
    aside: waysNotToAnswer(question, language, edition).map(way => ({
      ...way,
      selected: given.includes(way.value)
    }))
  }
}

export function placesOf(question: RankingQuestion, input: QuestionInput): SelectView[] {
  const { position, language, edition } = input
  const t = translator(language, edition)
  const ranked = input.given.filter(code => question.options.some(option => option.code === code))
  return Array.from({ length: question.upTo }, (_, index) => ({
    id: `${questionId(position)}-${index}`,
    name: `q.${question.id}`,
    label:
      index < 5
        ? t(`respond:form.rank.${index + 1}`)
        : t('respond:form.rank.more', { number: formatNumber(index + 1, language) }),
    options: optionsOf(question, input, ranked[index]),
    aside: []
  }))
}

function optionsOf(
  question: ChoiceQuestion,
  { language, edition }: QuestionInput,
  selected: string | undefined
): SelectOption[] {
  return question.options.map(option => ({
    value: option.code,
    text: wordsFor(option.text, language, edition),
    selected: option.code === selected
  }))
}
