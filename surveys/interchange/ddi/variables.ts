import { translator, type Language } from '#locales'
import { answerText } from '../../answer-text.ts'
import { conditionTexts, type ConditionText } from '../../condition-text.ts'
import type { Condition, Option, Question, Questionnaire } from '../../questionnaire.ts'
import { isClosed, questionsOf } from '../../questionnaire.ts'
import { shapesOf, type Shape } from '../../shape.ts'
import { wordsFor } from '../../texts.ts'
import { waysNotToAnswer } from '../../ways-not-to-answer.ts'
import { inEach, wording } from './words.ts'
import { element, type Xml } from './xml.ts'

/** A variable, and the ids by which groups and other variables refer to it and to its question. */
export type Variable = { readonly id: string; readonly question: string; readonly xml: Xml }

type Asked = {
  readonly question: Question
  readonly shape: Shape
  /** Id of the question, the same for all of its variables. */
  readonly id: string
  readonly languages: readonly Language[]
  readonly conditionText: (condition: Condition, language: Language) => string
}

/**
 * The variables of a questionnaire, in its order: one for each question, for each option of a multiple choice, and for
 * each place of a ranking.
 */
export function variablesOf(
  questionnaire: Questionnaire,
  languages: readonly Language[]
): readonly Variable[] {
  const texts = new Map<Language, ConditionText>(
    languages.map(language => [language, conditionTexts(questionnaire, language)])
  )
  const conditionText = (condition: Condition, language: Language) => texts.get(language)?.(condition) ?? ''
  const shapes = new Map(shapesOf(questionnaire).map(shape => [shape.id, shape]))
  let count = 0
  return questionsOf(questionnaire).flatMap((question, index) => {
    const shape = shapes.get(question.id)
    if (shape === undefined) throw new RangeError(`no shape of ${question.id}`)
    const asked = { question, shape, id: `Q${index + 1}`, languages, conditionText }
    return partsOf(asked).map((part, place) => {
      count += 1
      const id = `V${count}`
      return { id, question: question.id, xml: variable(id, asked, part, place === 0) }
    })
  })
}

/** What one variable of a question adds to it. */
type Part = {
  readonly name: string
  readonly label: (language: Language) => string
  readonly attributes: Readonly<Record<string, string>>
  readonly categories: readonly Xml[]
  readonly range?: Xml
}

function partsOf(asked: Asked): readonly Part[] {
  const { question, languages } = asked
  const label = (language: Language) => wordsFor(question.text, language, 'standard')
  const whole = { name: question.id, label }
  switch (question.kind) {
    case 'single':
      return [
        { ...whole, attributes: coded('nominal'), categories: optionCategories(asked, question.options) }
      ]
    case 'scale':
      return [
        { ...whole, attributes: coded('ordinal'), categories: optionCategories(asked, question.options) }
      ]
    case 'multiple':
      return question.options.map(option => ({
        name: `${question.id}:${option.code}`,
        label: language => `${label(language)}: ${wordsFor(option.text, language, 'standard')}`,
        attributes: coded('nominal'),
        categories: (['1', '0'] as const).map(value =>
          category(value, languages, language =>
            translator(language)(value === '1' ? 'openData:ddi.chosen' : 'openData:ddi.notChosen')
          )
        )
      }))
    case 'ranking':
      return Array.from({ length: question.upTo }, (_, index) => ({
        name: `${question.id}:${index + 1}`,
        label: (language: Language) =>
          `${label(language)}: ${translator(language)('openData:ddi.place', { place: index + 1 })}`,
        attributes: coded('nominal'),
        categories: optionCategories(asked, question.options)
      }))
    case 'number': {
      const bounds = { min: String(question.minimum), max: String(question.maximum) }
      return [
        {
          ...whole,
          attributes: { intrvl: 'contin', nature: 'ratio', representationType: 'numeric' },
          categories: [],
          range: element('valrng', {}, element('range', { UNITS: 'INT', ...bounds }))
        }
      ]
    }
    case 'short_text':
    case 'long_text':
      return [{ ...whole, attributes: { representationType: 'text' }, categories: [] }]
  }
}

function variable(id: string, asked: Asked, part: Part, first: boolean): Xml {
  const { question, shape, languages, conditionText } = asked
  const { showWhen } = shape
  const missing = isClosed(question) ? waysNotToAnswer(shape) : []
  const everyone = (language: Language) => translator(language)('openData:book.everyone')
  return element(
    'var',
    { ID: id, name: part.name, qstn: first ? undefined : asked.id, ...part.attributes },
    ...inEach('labl', languages, part.label),
    ...(first ? [questionOf(asked)] : []),
    ...(part.range === undefined ? [] : [part.range]),
    ...(missing.length === 0
      ? []
      : [element('invalrng', {}, ...missing.map(way => element('item', { VALUE: way })))]),
    ...inEach('universe', languages, language =>
      showWhen === undefined ? everyone(language) : conditionText(showWhen, language)
    ),
    ...part.categories,
    ...missing.map(way =>
      category(way, languages, language => translator(language)(`results:state.${way}`), {
        missing: 'Y',
        missType: way
      })
    ),
    element('varFormat', { type: question.kind === 'number' ? 'numeric' : 'character' })
  )
}

function questionOf({ question, id, languages }: Asked): Xml {
  return element(
    'qstn',
    { ID: id, responseDomainType: domains[question.kind], ...otherDomain(question.kind) },
    ...wording('qstnLit', languages, question.text),
    ...(question.hint === undefined ? [] : wording('postQTxt', languages, question.hint))
  )
}

const domains: Readonly<Record<Question['kind'], string>> = {
  single: 'category',
  scale: 'category',
  multiple: 'multiple',
  ranking: 'other',
  number: 'numeric',
  short_text: 'text',
  long_text: 'text'
}

function otherDomain(kind: Question['kind']): Readonly<Record<string, string>> {
  return kind === 'ranking' ? { otherResponseDomainType: 'ranking' } : {}
}

function coded(nature: 'nominal' | 'ordinal'): Readonly<Record<string, string>> {
  return { intrvl: 'discrete', nature, representationType: 'code' }
}

function optionCategories({ question, languages }: Asked, options: readonly Option[]): Xml[] {
  if (!isClosed(question)) return []
  return options.map(({ code }) =>
    category(code, languages, language => answerText(question, code, language))
  )
}

function category(
  value: string,
  languages: readonly Language[],
  label: (language: Language) => string,
  attributes: Readonly<Record<string, string>> = {}
): Xml {
  return element('catgry', attributes, element('catValu', {}, value), ...inEach('labl', languages, label))
}
