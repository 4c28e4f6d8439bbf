import {
  isQuestion,
  limitOf,
  shapesOf,
  wordsFor,
  type Condition,
  type Note,
  type Question,
  type Questionnaire,
  type Wording
} from '#surveys'
import { conditionInWords } from './condition-words.ts'

/** A questionnaire for whoever decides whether to use it: what is asked, of whom, how, and why. In English. */
export function questionnaireLines(questionnaire: Questionnaire): string[] {
  const conditions = new Map(shapesOf(questionnaire).map(({ id, showWhen }) => [id, showWhen]))
  return [
    ...wording('', questionnaire.title),
    ...(questionnaire.introduction === undefined ? [] : wording('', questionnaire.introduction)),
    ...questionnaire.sections.flatMap(section => [
      '',
      ...(section.title === undefined ? [] : wording('', section.title)),
      ...section.items.flatMap(item => itemLines(item, conditions.get(item.id) ?? item.showWhen))
    ])
  ]
}

function itemLines(item: Question | Note, showWhen: Condition | undefined): string[] {
  const onlyIf = showWhen === undefined ? [] : [`    only if: ${conditionInWords(showWhen)}`]
  if (!isQuestion(item)) return [...wording(`  ${item.id}: `, item.text), ...onlyIf]
  return [
    ...wording(`  ${item.id}: `, item.text),
    `    ${kindInWords(item)}${'sensitive' in item && item.sensitive === true ? '; sensitive' : ''}`,
    ...onlyIf,
    ...(item.note === undefined ? [] : [`    why: ${item.note}`]),
    ...('options' in item ? item.options.flatMap(({ code, text }) => wording(`      ${code}: `, text)) : [])
  ]
}

function kindInWords(question: Question): string {
  switch (question.kind) {
    case 'single':
      return 'one answer'
    case 'scale':
      return 'one point of a scale'
    case 'multiple':
      return question.atMost === undefined ? 'any number of answers' : `at most ${question.atMost} answers`
    case 'ranking':
      return `up to ${question.upTo} answers in order`
    case 'number':
      return `a whole number from ${question.minimum} to ${question.maximum}`
    case 'short_text':
    case 'long_text':
      return `own words, at most ${limitOf(question)} characters`
  }
}

/** The standard words, and the easy ones where they differ. */
function wording(label: string, text: Wording): string[] {
  const [standard, easy] = [wordsFor(text, 'en', 'standard'), wordsFor(text, 'en', 'easy')]
  const indent = ' '.repeat(label.length - label.trimStart().length)
  return [`${label}${standard}`, ...(easy === standard ? [] : [`${indent}  in easy words: ${easy}`])]
}
