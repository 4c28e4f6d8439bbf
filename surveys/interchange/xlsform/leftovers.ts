import { record, type Ledger } from './ledger.ts'
import { cellText, type Row, type SheetTable } from './sheet.ts'

/** Columns whose loss has a sentence of its own; every other is named by its heading. */
const ownSentence: Readonly<Record<string, string>> = {
  appearance: 'xlsform.appearanceIgnored',
  constraint: 'xlsform.constraintIgnored',
  choice_filter: 'xlsform.choiceFilterIgnored',
  calculation: 'xlsform.calculationIgnored',
  default: 'xlsform.defaultIgnored',
  image: 'xlsform.mediaIgnored',
  big_image: 'xlsform.mediaIgnored',
  audio: 'xlsform.mediaIgnored',
  video: 'xlsform.mediaIgnored'
}

/** Columns where "no" says that there is nothing to lose. */
const switches = new Set(['required', 'read_only', 'disabled'])
const off = /^(no|false|false\(\)|0)$/i

/** Records every filled cell of a row that did not go into the questionnaire, column by column. */
export function recordLeftovers(row: Row, ledger: Ledger): void {
  const { sheet } = row.table
  for (const { index, base, header } of row.table.columns) {
    const text = row.used.has(index) ? '' : cellText(row, index)
    if (text === '' || (switches.has(base) && off.test(text))) continue
    if (base === 'required') record(ledger.losses, sheet, row.number, 'xlsform.requiredIgnored')
    else if (header === '') record(ledger.losses, sheet, row.number, 'xlsform.columnUnnamed')
    else
      record(ledger.losses, sheet, row.number, ownSentence[base] ?? 'xlsform.columnIgnored', {
        column: header.slice(0, 100)
      })
  }
  for (const { index, header } of row.table.repeated) {
    if (cellText(row, index) !== '')
      record(ledger.losses, sheet, row.number, 'xlsform.columnRepeated', { column: header.slice(0, 100) })
  }
}

const errorCell = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA)$/

/** Records the cells in which the spreadsheet shows an error instead of a value. */
export function recordErrorCells(table: SheetTable, ledger: Ledger): void {
  for (const row of table.rows) {
    for (const cell of row.cells) {
      if (typeof cell === 'string' && errorCell.test(cell)) {
        record(ledger.losses, table.sheet, row.number, 'xlsform.errorCell', { text: cell })
      }
    }
  }
}
