import { languages } from '#locales'
import { reservedCodes, type Option, type Words } from '../../questionnaire.ts'
import { record, type Ledger } from './ledger.ts'
import { recordLeftovers } from './leftovers.ts'
import { claim, mendedCode } from './names.ts'
import { take, type Row, type SheetTable } from './sheet.ts'
import { wordsIn, type Texts } from './texts.ts'

/** A list of choices. `codes` leads from the names in the form to our codes, dk and pns among them. */
export type ChoiceList = {
  readonly options: readonly Option[]
  readonly codes: ReadonlyMap<string, string>
  /** Spreadsheet rows, for what is said about the list as a whole. */
  readonly rows: readonly number[]
}

/** Characters of an option made of several choices. */
const longestJoined = 1_000

type Draft = { options: Map<string, Words>; codes: Map<string, string>; rows: number[]; taken: Set<string> }

/** All lists of the choices sheet by their names. */
export function choiceLists(table: SheetTable, texts: Texts): ReadonlyMap<string, ChoiceList> {
  const drafts = new Map<string, Draft>()
  for (const row of table.rows) {
    const list = take(row, 'list_name')
    if (list === '') {
      record(texts.ledger.losses, table.sheet, row.number, 'xlsform.choiceWithoutList')
      continue
    }
    const draft = drafts.get(list) ?? {
      options: new Map(),
      codes: new Map(),
      rows: [],
      taken: new Set(reservedCodes)
    }
    drafts.set(list, draft)
    addChoice(draft, list, row, texts)
    recordLeftovers(row, texts.ledger)
  }
  return new Map([...drafts].map(([name, draft]) => [name, finished(draft)]))
}

function addChoice(draft: Draft, list: string, row: Row, texts: Texts): void {
  const words = wordsIn(row, 'label', texts)
  const written = take(row, 'name')
  const name = written === '' ? (words?.[texts.first] ?? '') : written
  draft.rows.push(row.number)
  const { losses } = texts.ledger
  const { sheet } = row.table
  if (name === '') return record(losses, sheet, row.number, 'xlsform.choiceEmpty')
  if (name === 'dk' || name === 'pns') {
    draft.codes.set(name, name)
    return record(losses, sheet, row.number, 'xlsform.choiceOwn', { name })
  }
  const before = draft.codes.get(name)
  if (before !== undefined) return joinChoice(draft, before, words, row, texts.ledger)
  const code = claim(mendedCode(name) || `option_${row.number}`, draft.taken)
  if (written === '') record(losses, sheet, row.number, 'xlsform.choiceNameMade', { list, code })
  else if (code !== name)
    record(losses, sheet, row.number, 'xlsform.choiceRenamed', { list, name: name.slice(0, 100), code })
  if (words === undefined) record(losses, sheet, row.number, 'xlsform.choiceLabelMissing')
  draft.codes.set(name, code)
  draft.options.set(code, words ?? { [texts.first]: name })
}

/** Answers under one name cannot be told apart, so two choices of one name are one option with both texts. */
function joinChoice(draft: Draft, code: string, words: Words | undefined, row: Row, ledger: Ledger): void {
  const joined: Words = { ...draft.options.get(code) }
  let loss = 'xlsform.choicesJoined'
  for (const language of languages) {
    const [before, text] = [joined[language], words?.[language]]
    if (text === undefined || before?.split(' / ').includes(text)) continue
    if (before !== undefined && before.length + text.length > longestJoined) loss = 'xlsform.choiceTextLost'
    else joined[language] = before === undefined ? text : `${before} / ${text}`
  }
  draft.options.set(code, joined)
  record(ledger.losses, row.table.sheet, row.number, loss, { name: code })
}

function finished({ options, codes, rows }: Draft): ChoiceList {
  return { options: [...options].map(([code, standard]) => ({ code, text: { standard } })), codes, rows }
}
