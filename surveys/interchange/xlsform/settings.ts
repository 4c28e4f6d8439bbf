import { record, type Ledger } from './ledger.ts'
import { take, type SheetTable } from './sheet.ts'

export type FormSettings = { readonly title: string; readonly language: string }

/** Names of the form for its own tools; a consultation has a slug instead. */
const ownNames = ['form_id', 'id_string', 'version']

/** The title and the language of unmarked texts; every other setting is recorded as not used. */
export function settingsOf(table: SheetTable, ledger: Ledger): FormSettings {
  const [row, ...more] = table.rows
  if (row === undefined) return { title: '', language: '' }
  const title = take(row, 'form_title') || take(row, 'title')
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
  return { title, language }
}
