/** The corner up to which a worksheet holds values; formatted empty rows and cells do not count. */
export type Grid = { readonly rows: number; readonly columns: number }

/** Rows of a worksheet in every spreadsheet program. */
const mostRows = 1_048_576

const tag = /<(?:[^\s:<>/]+:)?(row|c)(?=[\s/>])([^<>]*)(>?)/g
const attribute = /\s([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/**
 * How large a table the addresses in a worksheet's XML ask for, before anything builds it:
 * one cell at XFD1048576 asks for 17 thousand million.
 *
 * @returns undefined when an address is missing or unusual, or a tag could be read in two ways
 */
export function gridOf(xml: string): Grid | undefined {
  let row = 0
  const grid = { rows: 0, columns: 0 }
  for (const [, name, given = '', end] of xml.matchAll(tag)) {
    const read = attributesOf(given)
    const address = read?.get('r') ?? (name === 'row' ? String(row + 1) : '')
    const [, letters = '', number] = /^([A-Z]{0,3})(\d{1,7})$/.exec(address) ?? []
    row = Number(number ?? mostRows + 1)
    const isUsual = (letters === '') === (name === 'row') && row <= mostRows
    if (end !== '>' || !isUsual || read === undefined) return undefined
    if (name === 'row' || given.endsWith('/')) continue
    grid.rows = Math.max(grid.rows, row)
    grid.columns = Math.max(grid.columns, columnNumber(letters))
  }
  return grid
}

const closing = /<\/((?:[^\s:<>/]+:)?)c\s*>/g

/**
 * The same worksheet with errors and uncalculated formulas as plain text, so that they can be told of:
 * the reader takes both for empty cells.
 */
export function withErrorsAsText(xml: string): string {
  const pieces: string[] = []
  let from = 0
  for (const { 0: close, 1: prefix = '', index } of xml.matchAll(closing)) {
    const before = xml.slice(from, index)
    const start = Math.max(0, before.lastIndexOf(`<${prefix}c`))
    pieces.push(before.slice(0, start), errorAsText(before.slice(start), prefix), close)
    from = index + close.length
  }
  return pieces.join('') + xml.slice(from)
}

/** @param cell from its opening tag to before its closing one */
function errorAsText(cell: string, prefix: string): string {
  const tagEnd = cell.indexOf('>')
  const given = attributesOf(cell.slice(prefix.length + 2, tagEnd))
  const stored = /<(?:[^\s:<>/]+:)?v(?:\s[^<>]*)?>([^<]*)/.exec(cell)?.[1]
  const hasFormula = /<(?:[^\s:<>/]+:)?f[\s/>]/.test(cell)
  const isEmptied = hasFormula && stored === undefined && !/<(?:[^\s:<>/]+:)?v[\s/]/.test(cell)
  if (given?.get('t') !== 'e' && !isEmptied) return cell
  const address = given?.get('r') ?? ''
  return `<${prefix}c r="${address}" t="str"><${prefix}v>${stored ?? '#N/A'}</${prefix}v>`
}

/** @returns undefined when quotes are left open */
function attributesOf(text: string): Map<string, string> | undefined {
  const read = new Map<string, string>()
  for (const [, name = '', double, single] of text.matchAll(attribute)) read.set(name, double ?? single ?? '')
  return /["']/.test(text.replace(/"[^"]*"|'[^']*'/g, '')) ? undefined : read
}

/** A is 1, Z is 26, AA is 27. */
function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}
