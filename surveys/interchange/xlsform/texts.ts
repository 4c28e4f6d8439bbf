import type { Language } from '#locales'
import type { Words } from '../../questionnaire.ts'
import type { Column } from './columns.ts'
import { languageNamed } from './languages.ts'
import { record, type Ledger } from './ledger.ts'
import { cellText, takeAt, type Row, type SheetTable } from './sheet.ts'

/** How this form writes texts: which language stands in which column. */
export type Texts = {
  readonly ledger: Ledger
  /** The language of columns without one; null when it is none of the six. */
  readonly plain: Language | null
  /** The language of the title and of names that stand in for missing texts. */
  readonly first: Language
  /** Every language with a text in the survey sheet. */
  readonly present: ReadonlySet<Language>
}

/**
 * Finds the languages of the text columns, and records those that are none of the six, each once.
 *
 * @param setting the form's `default_language`, '' when not set
 */
export function textsOf(survey: SheetTable, choices: SheetTable, setting: string, ledger: Ledger): Texts {
  const unset = setting === '' || setting.toLowerCase() === 'default'
  const plain = unset ? 'en' : (languageNamed(setting) ?? null)
  const present = new Set<Language>()
  const dropped = new Map<string, string[]>()
  for (const table of [survey, choices]) {
    for (const column of table.columns.filter(isWording)) {
      const language = languageIn(column, plain)
      if (!table.rows.some(row => cellText(row, column.index) !== '')) continue
      if (language === null) {
        const name = column.language ?? setting
        dropped.set(name, [...(dropped.get(name) ?? []), `${table.sheet} ${column.header}`])
      } else if (table === survey && column.base === 'label') present.add(language)
    }
  }
  for (const [language, columns] of dropped) {
    record(ledger.losses, 'survey', null, 'xlsform.languageDropped', {
      language,
      columns: columns.join(', ')
    })
  }
  const first = (unset ? undefined : plain) ?? [...present][0] ?? 'en'
  if (unset && survey.columns.some(column => column.base === 'label' && column.language === null)) {
    record(ledger.losses, 'survey', null, 'xlsform.languageAssumed', { language: 'en' })
  }
  return { ledger, plain, first, present }
}

/** The words of a row in a text column such as `label`; undefined when there are none in the six languages. */
export function wordsIn(row: Row, base: 'label' | 'hint', texts: Texts): Words | undefined {
  const words: Words = {}
  const columns = row.table.columns.filter(column => column.base === base)
  // A column that names its language goes before one that does not.
  for (const column of [...columns].sort(
    (a, b) => Number(a.language === null) - Number(b.language === null)
  )) {
    const written = takeAt(row, column.index)
    const language = languageIn(column, texts.plain)
    if (written === '' || language === null) continue
    const text = shownText(written, row, texts.ledger)
    const before = words[language]
    if (before === undefined) words[language] = text
    else if (before !== text)
      record(texts.ledger.losses, row.table.sheet, row.number, 'xlsform.textTwice', { column: column.header })
  }
  return Object.keys(words).length === 0 ? undefined : words
}

/** Records what a text cannot carry over: earlier answers woven in, markup, and what the spreadsheet made of it. */
function shownText(text: string, row: Row, ledger: Ledger): string {
  const { sheet } = row.table
  const shown = text.replace(/\$\{[^{}]*\}/g, '…')
  if (shown !== text) record(ledger.losses, sheet, row.number, 'xlsform.referenceInText')
  if (/<\/?[a-z][^<>]*>|\*\*[^*]+\*\*|^#{1,6} /im.test(text))
    record(ledger.losses, sheet, row.number, 'xlsform.markupShown')
  if (/^\d{4}-\d\d-\d\d$/.test(text)) record(ledger.losses, sheet, row.number, 'xlsform.dateInText', { text })
  return shown
}

function isWording(column: Column): boolean {
  return column.base === 'label' || column.base === 'hint'
}

function languageIn(column: Column, plain: Language | null): Language | null {
  return column.language === null ? plain : (languageNamed(column.language) ?? null)
}
