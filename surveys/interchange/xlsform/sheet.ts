import { columnsOf, type Column } from './columns.ts'

export type Cell = string | number | boolean | null

/** A sheet of a workbook; `rows[0]` is spreadsheet row 1, and rows may differ in length. */
export type Sheet = { readonly name: string; readonly rows: readonly (readonly Cell[])[] }

/** A row below the headings. `used` holds the indexes of the columns that went into the questionnaire. */
export type Row = {
  readonly table: SheetTable
  /** The number at the edge of the spreadsheet. */
  readonly number: number
  readonly cells: readonly Cell[]
  readonly used: Set<number>
}

/** A sheet whose first filled row is read as headings; blank rows are left out. */
export type SheetTable = {
  readonly sheet: string
  readonly columns: readonly Column[]
  /** Headings that stand there a second time. */
  readonly repeated: readonly Column[]
  readonly rows: readonly Row[]
}

/** The sheet of that name, in whatever case it is written. */
export function findSheet(sheets: readonly Sheet[], name: string): Sheet | undefined {
  return sheets.find(sheet => sheet.name.trim().toLowerCase() === name)
}

/** Reads headings and rows. A sheet without any filled cell has neither. */
export function tableOf(sheet: Sheet | undefined, name: string): SheetTable {
  const rows: Row[] = []
  const start = sheet === undefined ? -1 : sheet.rows.findIndex(isFilled)
  const { columns, repeated } = columnsOf((sheet?.rows[start] ?? []).map(textOf))
  const table: SheetTable = { sheet: name, columns, repeated, rows }
  for (const [index, cells] of (sheet?.rows ?? []).entries()) {
    if (index > start && isFilled(cells)) rows.push({ table, number: index + 1, cells, used: new Set() })
  }
  return table
}

/** The trimmed text of a column without a language, '' where empty. Reading a cell marks it as used. */
export function take(row: Row, base: string): string {
  const column = row.table.columns.find(each => each.base === base && each.language === null)
  return column === undefined ? '' : takeAt(row, column.index)
}

export function takeAt(row: Row, index: number): string {
  row.used.add(index)
  return cellText(row, index)
}

export function cellText(row: Row, index: number): string {
  return textOf(row.cells[index] ?? null)
}

/** Booleans as a spreadsheet shows them; numbers without the noise of binary fractions. */
export function textOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15)))
  return cell.trim()
}

function isFilled(cells: readonly Cell[]): boolean {
  return cells.some(cell => textOf(cell) !== '')
}
