import { record, type Ledger } from './ledger.ts'
import type { Language } from '#locales'
import type { Words } from '../../questionnaire.ts'
import { languageNamed } from './languages.ts'
import { cellText, take, takeAt, type Row, type SheetTable } from './sheet.ts'
import type { Texts } from './texts.ts'

/** A title as it stands in its column; the language as the heading writes it, null where it names none. */
export type FormTitle = { readonly language: string | null; readonly text: string }
export type FormSettings = { readonly titles: readonly FormTitle[]; readonly language: string }

/** Names of the form for its own tools; a consultation has a slug instead. */
const ownNames = ['form_id', 'id_string', 'version']

/** The titles and the language of unmarked texts; every other setting is recorded as not used. */
export function settingsOf(table: SheetTable, ledger: Ledger): FormSettings {
  const [row, ...more] = table.rows
  if (row === undefined) return { titles: [], language: '' }
  const titles = titlesIn(table, row)
  const language = take(row, 'default_language')
  const unused = table.columns.filter(
    ({ index, base }) =>
      !row.used.has(index) &&
      !ownNames.includes(base) &&
      row.cells[index] !== undefined &&
      row.cells[index] !== null
  )
  if (unused.length > 0) {
    const settings = unused.map(column => column.header).join(', ')
    record(ledger.losses, table.sheet, row.number, 'xlsform.settingsIgnored', { settings })
  }
  for (const each of more) record(ledger.losses, table.sheet, each.number, 'xlsform.settingsRowIgnored')
  return { titles, language }
}

function titlesIn(table: SheetTable, row: Row): FormTitle[] {
  return table.columns
    .filter(column => column.base === 'form_title' && cellText(row, column.index) !== '')
    .map(column => ({ language: column.language, text: takeAt(row, column.index) }))
}

/**
 * The title in every language the form has it in. A heading of the convention names no language: it counts for the
 * form's first one, and columns such as `form_title::Français (fr)` stand beside it for the others.
 */
export function titleOf(titles: readonly FormTitle[], fallback: string, texts: Texts, ledger: Ledger): Words {
  const words: Partial<Record<Language, string>> = {}
  for (const { language, text } of titles) {
    const known = language === null ? texts.first : languageNamed(language)
    if (known !== undefined) words[known] ??= text
    else record(ledger.losses, 'settings', null, 'xlsform.titleLanguageDropped', { language: language ?? '' })
  }
  if (titles.length === 0)
    record(ledger.losses, 'settings', null, 'xlsform.titleMissing', { title: fallback })
  words[texts.first] ??= fallback
  const missing = [...texts.present].filter(language => words[language] === undefined)
  if (missing.length > 0) {
    record(ledger.losses, 'settings', null, 'xlsform.titleUntranslated', { languages: missing.join(', ') })
  }
  return words
}
