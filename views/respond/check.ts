import { formatNumber, isolated, translator, type Language } from '#locales'
import {
  editionFor,
  questionsOf,
  readAnswers,
  shapesOf,
  wordsFor,
  type Answer,
  type Given,
  type Question
} from '#surveys'
import { addresses } from '../addresses.ts'
import { frameOf, type Frame } from '../frame.ts'
import { bandText } from './bands.ts'
import { forBand, type Asked } from './consultation.ts'
import { questionId } from './question-ids.ts'
import { answeredBefore, askedQuestions, isAnsweredBefore } from './steps.ts'

export type CheckPage = Frame & {
  readonly action: string
  readonly band: string
  readonly version: number
  /** Random 128-bit id of this sending, made by the server, as 32 hexadecimal digits. */
  readonly resend: string
  /** The code of a card or a room; empty where anyone may answer. */
  readonly code: string
  readonly fields: readonly { readonly name: string; readonly value: string }[]
  /** Whether anything was answered at all. */
  readonly anything: boolean
  readonly rows: readonly CheckRow[]
}
export type CheckRow = {
  readonly question: string
  readonly answers: readonly string[]
  readonly answered: boolean
  readonly ordered: boolean
  /** Address of the form, at this question; null where the landing page asked it. */
  readonly change: string | null
  readonly changeLabel: string
}

/** All answers along the route, to be checked before they are sent: the page for those without a script. */
export function checkPage(whole: Asked, values: Given, resend: string, code = ''): CheckPage {
  const asked = forBand(whole)
  const { language, consultation, questionnaire, version, band } = asked
  const { slug } = consultation
  const action = addresses.landing(language, slug)
  const fields = askedQuestions(questionnaire).flatMap(({ id }) =>
    (values.get(id) ?? []).map(value => ({ name: `q.${id}`, value }))
  )
  return {
    ...frameOf({
      language,
      title: translator(language, editionFor(band))('respond:check.title'),
      path: other => addresses.questionnaire(other, slug, band),
      // The answers stand in this page alone: they go along into another language.
      form: { path: other => addresses.landing(other, slug), stage: 'check' },
      edition: editionFor(band),
      languages: consultation.languages,
      slug: consultation.slug,
      leave: true,
      script: 'leave',
      demonstration: consultation.demonstration
    }),
    action,
    band,
    version,
    resend,
    code,
    fields,
    anything: fields.some(field => field.value !== ''),
    rows: rowsOf(asked, values, action)
  }
}

function rowsOf(asked: Asked, values: Given, action: string): CheckRow[] {
  const { questionnaire, language, band } = asked
  const t = translator(language, editionFor(band))
  const parsed = readAnswers(
    shapesOf(questionnaire),
    new Map([...values, ...answeredBefore(questionnaire, band).map(([id, value]) => [id, [value]] as const)])
  )
  if (!parsed.ok) throw new RangeError('answers are checked by their author once nothing is wrong with them')
  const positions = askedQuestions(questionnaire).map(question => question.id)
  return questionsOf(questionnaire).flatMap(question => {
    const answer = parsed.value.get(question.id) ?? { state: 'skipped' }
    if (answer.state === 'not_shown') return []
    const text = wordsFor(question.text, language, editionFor(band))
    const before = isAnsweredBefore(question)
    return [
      {
        question: before ? t('respond:check.ageBand') : text,
        answers: before ? [bandText(band, language)] : answerTexts(question, answer, asked),
        answered: before || answer.state === 'answered',
        ordered: question.kind === 'ranking' && answer.state === 'answered',
        change: before ? null : `${action}#${questionId(positions.indexOf(question.id))}`,
        changeLabel: t('respond:check.changeWhat', { question: isolated(text) })
      }
    ]
  })
}

function answerTexts(question: Question, answer: Answer, { language, band }: Asked): string[] {
  const t = translator(language, editionFor(band))
  if (answer.state !== 'answered') {
    return [
      answer.state === 'dk' || answer.state === 'pns'
        ? t(`respond:form.${answer.state}`)
        : t('respond:check.none')
    ]
  }
  if ('text' in answer) return answer.text.split('\n')
  if ('number' in answer) return [numberText(answer.number, language, unitOf(question, language, band))]
  const options = 'options' in question ? question.options : []
  return answer.codes.flatMap(code => {
    const option = options.find(candidate => candidate.code === code)
    return option === undefined ? [] : [wordsFor(option.text, language, editionFor(band))]
  })
}

function unitOf(question: Question, language: Language, band: Asked['band']): string | null {
  if (question.kind !== 'number' || question.unit === undefined) return null
  return wordsFor(question.unit, language, editionFor(band))
}

function numberText(value: number, language: Language, unit: string | null): string {
  const number = formatNumber(value, language)
  return unit === null ? number : `${number} (${unit})`
}
