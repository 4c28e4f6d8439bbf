import { languages } from '#locales'
import type { Question, Words } from '../../questionnaire.ts'
import type { ChoiceList } from './choices.ts'
import { excerpt, record } from './ledger.ts'
import { recordLeftovers } from './leftovers.ts'
import { otherOption, otherQuestion } from './other-words.ts'
import {
  beginningOf,
  choiceQuestion,
  decimalQuestion,
  integerQuestion,
  rangeQuestion,
  textQuestion
} from './questions.ts'
import { place } from './sections.ts'
import { cellText, take, type Row } from './sheet.ts'
import { wordsIn } from './texts.ts'
import type { RowType } from './type-cell.ts'
import { freshId, idOf, relevanceOf, type Walk } from './walk.ts'

type Select = Extract<RowType, { is: 'select' }>
/** All countries are 249; longer lists are places or registers, which nobody reads through. */
const mostOptions = 500

type Open = 'text' | 'integer' | 'decimal' | 'range'

/** A row that asks for text or a number. */
export function readOpen(walk: Walk, row: Row, is: Open): void {
  const name = take(row, 'name')
  const showWhen = relevanceOf(walk, row)
  const start = beginningOf(row, idOf(walk, row, name), name, walk.texts)
  const question = openQuestion(walk, row, is, start)
  place(walk.sections, question, showWhen)
  walk.earlier.set(name, { question, codes: new Map() })
  recordLeftovers(row, walk.ledger)
}

function openQuestion(walk: Walk, row: Row, is: Open, start: ReturnType<typeof beginningOf>): Question {
  if (is === 'integer') return integerQuestion(row, start, walk.texts)
  if (is === 'range') return rangeQuestion(row, start, walk.texts)
  return is === 'decimal' ? decimalQuestion(row, start, walk.texts) : textQuestion(row, start)
}

/** A row that asks to choose from a list. */
export function readSelect(walk: Walk, row: Row, type: Select): void {
  walk.usedLists.add(type.list)
  if (headsTable(row, type)) {
    take(row, 'appearance')
    return readNote(walk, row, 'xlsform.tableHeadingAsNote')
  }
  const name = take(row, 'name')
  const list = walk.lists.get(type.list)
  const addsOption = type.other && type.kind !== 'ranking'
  const count = (list?.options.length ?? 0) + (addsOption ? 1 : 0)
  if (list === undefined || count === 0 || count > mostOptions) {
    walk.leftOut.add(name)
    const code =
      list === undefined ? 'xlsform.listMissing' : count === 0 ? 'xlsform.listEmpty' : 'xlsform.listTooLong'
    const params = { list: excerpt(type.list), ...(count > mostOptions ? { most: mostOptions } : {}) }
    return record(walk.ledger.losses, row.table.sheet, row.number, code, params)
  }
  const showWhen = relevanceOf(walk, row)
  const start = beginningOf(row, idOf(walk, row, name), name, walk.texts)
  const own = type.other ? withOther(walk, row, type, list) : list
  const question = choiceQuestion(row, start, type.kind, own, walk.texts)
  place(walk.sections, question, showWhen)
  walk.earlier.set(name, { question, codes: own.codes })
  if (addsOption) askOther(walk, name, question)
  recordLeftovers(row, walk.ledger)
}

/** A paragraph; a hint under it becomes its second paragraph. @param loss recorded when the row asked for more */
export function readNote(walk: Walk, row: Row, loss?: string): void {
  const name = take(row, 'name')
  walk.leftOut.add(name)
  const label = wordsIn(row, 'label', walk.texts)
  const hint = wordsIn(row, 'hint', walk.texts)
  const { sheet } = row.table
  if (label === undefined && hint === undefined)
    return record(walk.ledger.losses, sheet, row.number, 'xlsform.noteEmpty')
  if (loss !== undefined) record(walk.ledger.losses, sheet, row.number, loss)
  const id = name === '' ? freshId(walk, '', `note_${row.number}`) : idOf(walk, row, name)
  const showWhen = relevanceOf(walk, row)
  place(walk.sections, { kind: 'note', id, text: { standard: paragraphs(label, hint) } }, showWhen)
  recordLeftovers(row, walk.ledger)
}

function paragraphs(label: Words = {}, hint: Words = {}): Words {
  const words: Words = { ...hint, ...label }
  for (const language of languages) {
    const [first, second] = [label[language], hint[language]]
    if (first !== undefined && second !== undefined) words[language] = `${first}\n\n${second}`
  }
  return words
}

/** A row with the appearance `label` asks nothing: it shows the headings of the rows below it. */
function headsTable(row: Row, type: Select): boolean {
  const appearance = row.table.columns.find(column => column.base === 'appearance')
  return (
    type.kind !== 'ranking' && appearance !== undefined && /^label$/i.test(cellText(row, appearance.index))
  )
}

function withOther(walk: Walk, row: Row, type: Select, list: ChoiceList): ChoiceList {
  const { losses } = walk.ledger
  if (type.kind === 'ranking') {
    record(losses, row.table.sheet, row.number, 'xlsform.otherIgnored')
    return list
  }
  record(losses, row.table.sheet, row.number, 'xlsform.otherAdded')
  if (list.options.some(option => option.code === 'other')) return list
  const standard: Words = {}
  for (const language of walk.texts.present) {
    const text = otherOption[language]
    if (text !== undefined) standard[language] = text
  }
  const options = [...list.options, { code: 'other', text: { standard } }]
  return { ...list, options, codes: new Map([...list.codes, ['other', 'other']]) }
}

/** The open question that follows a choice with `or_other`, shown to those who chose it. */
function askOther(walk: Walk, name: string, about: Question): void {
  const standard: Words = {}
  for (const language of walk.texts.present) {
    const text = otherQuestion[language]
    if (text !== undefined) standard[language] = text
  }
  const id = freshId(walk, `${about.id.slice(0, 58)}_other`, 'other')
  const question: Question = { kind: 'short_text', id, text: { standard } }
  place(walk.sections, question, { question: about.id, selected: 'other' })
  if (!walk.rowOf.has(`${name}_other`)) walk.earlier.set(`${name}_other`, { question, codes: new Map() })
}
