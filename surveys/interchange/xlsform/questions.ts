import { usesProfileCodes } from '../../profile.ts'
import {
  largestNumber,
  type ClosedQuestion,
  type Condition,
  type Option,
  type ProfileName,
  type Question,
  type Wording
} from '../../questionnaire.ts'
import type { ChoiceList } from './choices.ts'
import { boundsOf, mostOf } from './constraint.ts'
import { excerpt, record } from './ledger.ts'
import { take, type Row } from './sheet.ts'
import { wordsIn, type Texts } from './texts.ts'

/** What every question of ours starts with. */
export type Beginning = { id: string; text: Wording; hint?: Wording; showWhen?: Condition }

/** Ranking more than this many is a burden, and the table of a ranking grows with every place. */
const mostPlaces = 5

/** Id, wording and hint of a row; a missing text is replaced by the name. */
export function beginningOf(row: Row, id: string, name: string, texts: Texts): Beginning {
  const standard = wordsIn(row, 'label', texts)
  const hint = wordsIn(row, 'hint', texts)
  if (standard === undefined) record(texts.ledger.losses, row.table.sheet, row.number, 'xlsform.labelMissing')
  return {
    id,
    text: { standard: standard ?? { [texts.first]: name } },
    ...(hint === undefined ? {} : { hint: { standard: hint } })
  }
}

/** A question over a list of choices. */
export function choiceQuestion(
  row: Row,
  start: Beginning,
  kind: 'single' | 'multiple' | 'ranking',
  list: ChoiceList,
  texts: Texts
): Question {
  const options: Option[] = [...list.options]
  if (kind === 'single') {
    const scale = /(^|\s)likert(\s|$)/i.test(take(row, 'appearance'))
    if (!scale) giveBack(row, 'appearance')
    return withProfile(row, { kind: scale ? 'scale' : 'single', ...start, options }, texts)
  }
  if (kind === 'multiple') {
    const atMost = mostOf(take(row, 'constraint'))
    if (atMost === undefined) giveBack(row, 'constraint')
    return {
      kind,
      ...start,
      options,
      ...(atMost === undefined || atMost >= options.length ? {} : { atMost })
    }
  }
  const upTo = Math.min(options.length, mostPlaces)
  if (upTo < options.length) {
    record(texts.ledger.losses, row.table.sheet, row.number, 'xlsform.rankingCut', {
      places: upTo,
      options: options.length
    })
  }
  return { kind, ...start, options, upTo }
}

/** A whole number within the bounds of its constraint, or a short text where there are none that we can hold. */
export function integerQuestion(row: Row, start: Beginning, texts: Texts): Question {
  const bounds = boundsOf(take(row, 'constraint'))
  if (bounds !== undefined && fits(bounds)) return { kind: 'number', ...start, ...bounds }
  giveBack(row, 'constraint')
  record(texts.ledger.losses, row.table.sheet, row.number, 'xlsform.integerAsText', { most: largestNumber })
  return { kind: 'short_text', ...start }
}

/** A slider: `parameters` holds start, end and step, which are 1, 10 and 1 when not given. */
export function rangeQuestion(row: Row, start: Beginning, texts: Texts): Question {
  const given = take(row, 'parameters')
  const value = (name: string, otherwise: number): number => {
    const match = new RegExp(`(?:^|[\\s,;])${name}\\s*=\\s*(-?[\\d.]+)`, 'i').exec(given)?.[1]
    return match === undefined ? otherwise : Number(match)
  }
  const bounds = { minimum: value('start', 1), maximum: value('end', 10) }
  const { sheet } = row.table
  if (!fits(bounds)) {
    record(texts.ledger.losses, sheet, row.number, 'xlsform.rangeAsText', {
      parameters: excerpt(given),
      most: largestNumber
    })
    return { kind: 'short_text', ...start }
  }
  const step = value('step', 1)
  if (step !== 1)
    record(texts.ledger.losses, sheet, row.number, 'xlsform.stepIgnored', { step: String(step) })
  const rest = given.replace(/(^|[\s,;])(start|end|step)\s*=\s*-?[\d.]+/gi, '').trim()
  if (rest !== '')
    record(texts.ledger.losses, sheet, row.number, 'xlsform.columnIgnored', { column: 'parameters' })
  return { kind: 'number', ...start, ...bounds }
}

/** An open question; long where the form asks for several lines. */
export function textQuestion(row: Row, start: Beginning): Question {
  const long = /(^|\s)multiline(\s|$)/i.test(take(row, 'appearance'))
  if (!long) giveBack(row, 'appearance')
  return { kind: long ? 'long_text' : 'short_text', ...start }
}

/** A decimal number, which we keep as it is typed. */
export function decimalQuestion(row: Row, start: Beginning, texts: Texts): Question {
  record(texts.ledger.losses, row.table.sheet, row.number, 'xlsform.decimalAsText')
  return { kind: 'short_text', ...start }
}

function withProfile(
  row: Row,
  question: Extract<ClosedQuestion, { kind: 'single' | 'scale' }>,
  texts: Texts
): Question {
  const profile = profileNames.find(name => name === question.id)
  if (question.kind !== 'single' || profile === undefined || !usesProfileCodes(question, profile))
    return question
  record(texts.ledger.losses, row.table.sheet, row.number, 'xlsform.profileRecognised', { profile })
  return { ...question, profile }
}

const profileNames: readonly ProfileName[] = [
  'age_band',
  'gender',
  'country',
  'region',
  'disability',
  'setting'
]

function fits({ minimum, maximum }: { minimum: number; maximum: number }): boolean {
  const within = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= largestNumber
  return within(minimum) && within(maximum) && minimum < maximum
}

/** The cell was read but says nothing we can use, so it is to be listed after all. */
function giveBack(row: Row, base: string): void {
  for (const column of row.table.columns) if (column.base === base) row.used.delete(column.index)
}
