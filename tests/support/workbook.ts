import { crc32, deflateRawSync } from 'node:zlib'
import type { Sheet } from '#surveys'

/** A file for `zipOf`; what is not given is as it should be. */
export type ZipEntry = {
  readonly path: string
  readonly content: Buffer | string
  readonly deflated?: boolean
  /** What the headers say instead of the truth. */
  readonly claims?: { readonly size?: number; readonly crc?: number; readonly flags?: number }
}

/** A zip archive written by hand, also one that lies about itself. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { path, content, deflated = false, claims = {} } of entries) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    const packed = deflated ? deflateRawSync(bytes) : bytes
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(claims.flags ?? 0x0800, 2)
    facts.writeUInt16LE(deflated ? 8 : 0, 4)
    facts.writeUInt32LE(claims.crc ?? crc32(bytes), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(claims.size ?? bytes.length, 18)
    facts.writeUInt16LE(Buffer.byteLength(path), 22)
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(path), packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), facts, place, Buffer.from(path)]))
    bodies.push(body)
    offset += body.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, central, end])
}

/** The parts of a small .xlsx workbook; worksheets may be given as XML of their own. */
export function workbookParts(
  sheets: readonly (Sheet | { readonly name: string; readonly xml: string })[]
): ZipEntry[] {
  const numbers = sheets.map((_, index) => index + 1)
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const links = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const listed = sheets.map(
    ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`
  )
  const targets = numbers.map(
    n => `<Relationship Id="rId${n}" Type="${relations}/worksheet" Target="worksheets/sheet${n}.xml"/>`
  )
  const styles = `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`
  return [
    {
      path: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${listed.join('')}</sheets></workbook>`
    },
    {
      path: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${links}">${targets.join('')}<Relationship Id="rId0" Type="${relations}/styles" Target="styles.xml"/></Relationships>`
    },
    { path: 'xl/styles.xml', content: styles },
    ...sheets.map((sheet, index) => ({
      path: `xl/worksheets/sheet${index + 1}.xml`,
      content: `<worksheet xmlns="${main}">${'xml' in sheet ? sheet.xml : `<sheetData>${rowsXml(sheet)}</sheetData>`}</worksheet>`,
      deflated: true
    }))
  ]
}

/** A small .xlsx workbook. */
export function workbookOf(sheets: Parameters<typeof workbookParts>[0]): Buffer {
  return zipOf(workbookParts(sheets))
}

function rowsXml({ rows }: Sheet): string {
  return rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row + 1}`)).join('')}</row>`
    )
    .join('')
}

function cellXml(cell: string | number | boolean | null, address: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${address}" t="b"><v>${cell ? 1 : 0}</v></c>`
  return `<c r="${address}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
}

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}
