import readExcelFile from 'read-excel-file/node'
import type { Parsed, Sheet } from '#surveys'
import { archiveLimits, unpack } from './archive.ts'
import { gridOf, withErrorsAsText } from './grid.ts'
import { storedZip } from '../zip/stored-zip.ts'

/** The largest file taken, and what is said of a larger one. */
export const largestWorkbook = {
  bytes: archiveLimits.packedBytes,
  problem: { code: 'workbook.tooBig', params: { megabytes: archiveLimits.packedBytes / 1_000_000 } }
} as const

/** More than any form has, and still quick to hold. */
export const workbookLimits = { cells: 2_000_000, cellLength: 32_767 } as const

/**
 * Reads the sheets of an .xlsx workbook. Formulas count with their stored results, errors as their text,
 * dates as YYYY-MM-DD; of merged cells the first holds the value.
 *
 * The reader trusts sizes and addresses in the file, so it is handed an archive of our own making:
 * unpacked within limits, measured, and packed again.
 *
 * @returns the sheets in their order, or a problem `workbook.*`; never throws for what is in the file
 */
export async function readWorkbook(bytes: Buffer): Promise<Parsed<readonly Sheet[]>> {
  const wrong = wrongKind(bytes)
  if (wrong !== undefined) return wrong
  const unpacked = await unpack(bytes, path => /\.(xml|rels)$/.test(path))
  if (!unpacked.ok) return unpacked
  if (!unpacked.value.has('xl/workbook.xml')) return problem('workbook.notWorkbook')
  const files = new Map<string, Buffer>()
  let cells = 0
  for (const [path, content] of unpacked.value) {
    const isSheet = content.includes('sheetData')
    const grid = isSheet ? gridOf(content.toString()) : undefined
    if (isSheet && grid === undefined) return problem('workbook.damaged')
    cells += (grid?.rows ?? 0) * (grid?.columns ?? 0)
    if (cells > workbookLimits.cells) {
      return problem('workbook.tooManyCells', { most: workbookLimits.cells })
    }
    files.set(path, isSheet ? Buffer.from(withErrorsAsText(content.toString())) : content)
  }
  return sheetsIn(storedZip(files))
}

async function sheetsIn(archive: Buffer): Promise<Parsed<readonly Sheet[]>> {
  try {
    const sheets = await readExcelFile(archive)
    const value = sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map(row => row.map(plain)) }))
    for (const { name, rows } of value) {
      const row = rows.findIndex(cells => cells.some(isOverlong))
      if (row >= 0) {
        return problem('workbook.cellTooLong', { sheet: name, row: row + 1, most: workbookLimits.cellLength })
      }
    }
    return { ok: true, value }
  } catch {
    // The archive is ours and sound; what cannot be read in it is the workbook's XML.
    return problem('workbook.damaged')
  }
}

/** Files that people take for a workbook: an old .xls, one with a password, something else altogether. */
function wrongKind(bytes: Buffer): Parsed<never> | undefined {
  if (bytes.length > largestWorkbook.bytes) {
    return problem(largestWorkbook.problem.code, largestWorkbook.problem.params)
  }
  if (bytes.length === 0) return problem('workbook.empty')
  if (bytes.subarray(0, 4).equals(Buffer.from('d0cf11e0', 'hex'))) {
    // A workbook with a password is packed into the container of the old format.
    const hasPassword = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    return problem(hasPassword ? 'workbook.encrypted' : 'workbook.oldXls')
  }
  return bytes.subarray(0, 2).equals(Buffer.from('PK')) ? undefined : problem('workbook.notZip')
}

function plain(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return null
  return value.toISOString().replace(/T00:00:00\.000Z$/, '')
}

function isOverlong(cell: string | number | boolean | null): boolean {
  return typeof cell === 'string' && cell.length > workbookLimits.cellLength
}

function problem(code: string, params?: Readonly<Record<string, string | number>>): Parsed<never> {
  const told = params === undefined ? {} : { params }
  return { ok: false, problems: [{ at: 'workbook', code, ...told }] }
}
