import { formatNumber, translator, type Language } from '#locales'
import {
  isClosed,
  limitOf,
  wordsFor,
  type ChoiceQuestion,
  type Edition,
  type NumberQuestion,
  type Option,
  type Question,
  type TextQuestion
} from '#surveys'
import { isolated } from '../isolate.ts'

/** One row to press. */
export type ChoiceView = {
  readonly type: 'radio' | 'checkbox'
  readonly id: string
  readonly name: string
  readonly value: string
  readonly text: string
  readonly checked: boolean
}

export type SelectOption = { readonly value: string; readonly text: string; readonly selected: boolean }
export type SelectView = {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly options: readonly SelectOption[]
  readonly aside: readonly SelectOption[]
}

/** One question as it is put; of choices, selects, number and text, those that the question does not have are null. */
export type QuestionView = {
  readonly id: string
  readonly level: number
  readonly text: string
  readonly hint: string | null
  /** How many may be chosen, how long it may be: in words. */
  readonly rule: string | null
  readonly conditional: boolean
  readonly describedBy: string | null
  readonly error: string | null
  readonly choices: readonly ChoiceView[] | null
  readonly selects: readonly SelectView[] | null
  readonly number: FieldView | null
  readonly writing: TextView | null
  /** "I do not know" and "I prefer not to say", as rows of their own. */
  readonly aside: readonly ChoiceView[]
}
export type FieldView = {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly value: string
}
export type TextView = FieldView & { readonly long: boolean }

export type QuestionInput = {
  readonly question: Question
  /** Position among the questions of the page; ids are made of it. */
  readonly position: number
  readonly level: number
  readonly conditional: boolean
  readonly language: Language
  readonly edition: Edition
  readonly given: readonly string[]
  readonly error: string | null
}

/** Longer lists are a select: nobody scrolls through two hundred rows on a phone. */
const longestListOfRows = 15

/** Id of a question's element on the page, and the first part of the ids within it. */
export function questionId(position: number): string {
  return `q${position}`
}

/** Id of what an error message leads to: the first thing to press or to type in. */
export function firstControlId(position: number): string {
  return `${questionId(position)}-0`
}

/** A question as its partial reads it. */
export function questionView(input: QuestionInput): QuestionView {
  const { question, position, language, edition } = input
  const id = questionId(position)
  const hint = question.hint === undefined ? null : wordsFor(question.hint, language, edition)
  const rule = ruleOf(question, language)
  const parts = {
    id,
    level: input.level,
    text: wordsFor(question.text, language, edition),
    hint,
    rule,
    conditional: input.conditional,
    describedBy: describedBy(id, {
      c: input.conditional,
      h: hint !== null,
      r: rule !== null,
      e: input.error !== null
    }),
    error: input.error
  }
  const empty = { choices: null, selects: null, number: null, writing: null, aside: [] }
  if (!isClosed(question)) return { ...parts, ...empty, writing: textView(question, input) }
  if (question.kind === 'number') {
    return { ...parts, ...empty, number: numberView(question, input), aside: asideOf(question, input, 1) }
  }
  if (question.kind === 'ranking') {
    return {
      ...parts,
      ...empty,
      selects: placesOf(question, input),
      aside: asideOf(question, input, question.upTo)
    }
  }
  if (question.kind === 'single' && question.options.length > longestListOfRows) {
    return { ...parts, ...empty, selects: [longSelect(question, input)] }
  }
  return {
    ...parts,
    ...empty,
    choices: question.options.map((option, index) => choiceView(question, option, index, input)),
    aside: asideOf(question, input, question.options.length)
  }
}

function describedBy(id: string, has: Readonly<Record<string, boolean>>): string | null {
  const ids = Object.entries(has).flatMap(([suffix, present]) => (present ? [`${id}${suffix}`] : []))
  return ids.length === 0 ? null : ids.join(' ')
}

function ruleOf(question: Question, language: Language): string | null {
  const t = translator(language)
  const counted = (key: string, count: number) => t(key, { count, number: formatNumber(count, language) })
  switch (question.kind) {
    case 'single':
    case 'scale':
      return null
    case 'multiple':
      return question.atMost === undefined
        ? t('respond:form.asMany')
        : counted('respond:form.atMost', question.atMost)
    case 'ranking':
      return counted('respond:form.rankUpTo', question.upTo)
    case 'number':
      return t('respond:form.numberBetween', {
        minimum: formatNumber(question.minimum, language),
        maximum: formatNumber(question.maximum, language)
      })
    case 'short_text':
    case 'long_text':
      return counted('respond:form.length', limitOf(question))
  }
}

function choiceView(
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
function asideOf(
  question: ChoiceQuestion | NumberQuestion,
  { position, language, given }: QuestionInput,
  after: number
): ChoiceView[] {
  // Where something else can be chosen as well, a tick can be taken back; a radio button could not.
  const type = question.kind === 'single' || question.kind === 'scale' ? 'radio' : 'checkbox'
  return waysNotToAnswer(question, language).map(({ value, text }, index) => ({
    type,
    id: `${questionId(position)}-${after + index}`,
    name: `q.${question.id}`,
    value,
    text,
    checked: given.includes(value)
  }))
}

function waysNotToAnswer(
  question: ChoiceQuestion | NumberQuestion,
  language: Language
): { value: string; text: string }[] {
  const t = translator(language)
  return [
    ...(question.dontKnow === false ? [] : [{ value: 'dk', text: t('respond:form.dk') }]),
    ...(question.preferNotToSay === false ? [] : [{ value: 'pns', text: t('respond:form.pns') }])
  ]
}

function longSelect(question: ChoiceQuestion, input: QuestionInput): SelectView {
  const { position, language, given } = input
  return {
    id: firstControlId(position),
    name: `q.${question.id}`,
    label: translator(language)('respond:form.yourAnswer'),
    options: optionsOf(question, input, given[0]),
    aside: waysNotToAnswer(question, language).map(way => ({ ...way, selected: given.includes(way.value) }))
  }
}

function placesOf(question: ChoiceQuestion & { upTo: number }, input: QuestionInput): SelectView[] {
  const { position, language } = input
  const t = translator(language)
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

function numberView(
  question: NumberQuestion,
  { position, language, edition, given }: QuestionInput
): FieldView {
  const t = translator(language)
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

function textView(question: TextQuestion, { position, language, given }: QuestionInput): TextView {
  return {
    id: firstControlId(position),
    name: `q.${question.id}`,
    label: translator(language)('respond:form.yourAnswer'),
    value: given.join('\n'),
    long: question.kind === 'long_text'
  }
}
