import { formatNumber, translator, type Language } from '#locales'
import { isClosed, limitOf, wordsFor, type Edition, type Question } from '#surveys'
import type { Media } from '../media.ts'
import { asideOf, choiceView, type ChoiceView } from './choices.ts'
import { numberView, textView, type FieldView, type TextView } from './fields.ts'
import { questionId } from './question-ids.ts'
import { recordingView, type RecordingView } from './recording.ts'
import { longSelect, placesOf, type SelectView } from './selects.ts'

/** One question as it is put; of choices, selects, number and text, those that the question does not have are null. */
export type QuestionView = Controls & {
  readonly id: string
  readonly level: number
  readonly text: string
  /** Somebody reads the question aloud. */
  readonly recording: RecordingView | null
  readonly hint: string | null
  /** How many may be chosen, how long it may be: in words. */
  readonly rule: string | null
  readonly conditional: boolean
  readonly describedBy: string | null
  /** The same for a box or a list: whoever comes to it by itself hears what goes into it, and what is wrong. */
  readonly controlDescribedBy: string | null
  readonly error: string | null
}
type Controls = {
  readonly choices: readonly ChoiceView[] | null
  readonly selects: readonly SelectView[] | null
  /** What there is to rank, for the paper form alone: on paper a select cannot be opened. */
  readonly paper: readonly string[]
  readonly number: FieldView | null
  readonly writing: TextView | null
  /** "I do not know" and "I prefer not to say", as rows of their own. */
  readonly aside: readonly ChoiceView[]
}

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
  readonly media: Media
  /** The consultation's last day: before that nobody reads what is written in own words. */
  readonly closesOn: string
  /** Whether a safeguarding lead reads texts that hold signs of harm before that. */
  readonly leadReads: boolean
}

/** Longer lists are a select: nobody scrolls through two hundred rows on a phone. */
const longestListOfRows = 15

/** A question as its partial reads it. */
export function questionView(input: QuestionInput): QuestionView {
  const { question, position, language, edition, level, conditional, error } = input
  const id = questionId(position)
  const hint = question.hint === undefined ? null : wordsFor(question.hint, language, edition)
  const rule = ruleOf(question, language, edition)
  const ofControl = { r: rule !== null, e: error !== null }
  return {
    id,
    level,
    text: wordsFor(question.text, language, edition),
    recording: recordingView(input),
    hint,
    rule,
    conditional,
    describedBy: describedBy(id, { c: conditional, h: hint !== null, w: !isClosed(question), ...ofControl }),
    controlDescribedBy: describedBy(id, { h: hint !== null, ...ofControl }),
    error,
    ...controlsOf(question, input)
  }
}

const noControls: Controls = {
  choices: null,
  selects: null,
  paper: [],
  number: null,
  writing: null,
  aside: []
}

function controlsOf(question: Question, input: QuestionInput): Controls {
  if (!isClosed(question)) return { ...noControls, writing: textView(question, input) }
  if (question.kind === 'number') {
    return { ...noControls, number: numberView(question, input), aside: asideOf(question, input, 1) }
  }
  if (question.kind === 'ranking') {
    const aside = asideOf(question, input, question.upTo)
    const paper = question.options.map(option => wordsFor(option.text, input.language, input.edition))
    return { ...noControls, selects: placesOf(question, input), paper, aside }
  }
  if (question.kind === 'single' && question.options.length > longestListOfRows) {
    return { ...noControls, selects: [longSelect(question, input)] }
  }
  return {
    ...noControls,
    choices: question.options.map((option, index) => choiceView(question, option, index, input)),
    aside: asideOf(question, input, question.options.length)
  }
}

function describedBy(id: string, has: Readonly<Record<string, boolean>>): string | null {
  const ids = Object.entries(has).flatMap(([suffix, present]) => (present ? [`${id}${suffix}`] : []))
  return ids.length === 0 ? null : ids.join(' ')
}

function ruleOf(question: Question, language: Language, edition: Edition): string | null {
  const t = translator(language, edition)
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
