import type { Report } from '#analytics'
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { coreProperties, fontTable, tableStyles } from './own-parts.ts'
import { languagesOf, type Setting } from './setting.ts'
import { replaceMarkup, withoutReferences, xmlText } from './xml.ts'

/** Parts for notes, comments and properties that no report has. */
const unused = ['footnotes.xml', 'endnotes.xml', 'comments.xml', 'custom.xml']

/** The head and the box are tables to Word, and come before all others. */
const layoutTables = 2

/**
 * Does what the `docx` package leaves out, and takes away what differs from one run to the next: language among the
 * properties and no moment of making, default styles, the style of tables and their captions for screen readers, the
 * direction of the section, fonts to fall back on, one order and one date in the archive.
 */
export function finished(packed: Uint8Array, report: Report, setting: Setting): Buffer {
  const parts = unzipSync(packed, { filter: ({ name }) => !name.endsWith('/') && !isUnused(name) })
  const text = (path: string): string => {
    const bytes = parts[path]
    if (bytes === undefined) throw new RangeError(`the packed document has no ${path}`)
    return strFromU8(bytes)
  }
  const made: Readonly<Record<string, string>> = {
    '[Content_Types].xml': withoutReferences(text('[Content_Types].xml'), unused),
    '_rels/.rels': withoutReferences(text('_rels/.rels'), unused),
    'word/_rels/document.xml.rels': withoutReferences(text('word/_rels/document.xml.rels'), unused),
    'docProps/core.xml': coreProperties(report),
    'word/document.xml': documentOf(text('word/document.xml'), report, setting),
    'word/fontTable.xml': fontTable,
    'word/settings.xml': settingsOf(text('word/settings.xml'), setting),
    'word/styles.xml': stylesOf(text('word/styles.xml'), setting)
  }
  const own = Object.entries(made).map(([path, xml]) => [path, strToU8(xml)] as const)
  const others = Object.entries(parts).filter(([path]) => !Object.hasOwn(made, path))
  const archive: Zippable = {}
  for (const [path, bytes] of [...own, ...others.sort(([one], [other]) => (one < other ? -1 : 1))]) {
    // Pictures are compressed already.
    archive[path] = [bytes, { level: path.endsWith('.png') ? 0 : 9 }]
  }
  // The archive keeps dates as a clock on the wall shows them: this one is the same in every zone.
  return Buffer.from(zipSync(archive, { mtime: new Date(1980, 0, 1) }))
}

function isUnused(path: string): boolean {
  return unused.some(part => path.endsWith(`/${part}`) || path.endsWith(`/${part}.rels`))
}

/** What the package writes for a table that has no borders of its own; a style has no say beside it. */
const side = 'w:val="single" w:color="auto" w:sz="4"/>'
const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(name => `<w:${name} ${side}`)
const defaultBorders = `<w:tblBorders>${sides.join('')}</w:tblBorders>`

const namelessPicture = '<pic:cNvPr id="0" name="" descr=""/>'

function documentOf(xml: string, report: Report, { rtl }: Setting): string {
  const named = withCaptions(xml, report)
    .replaceAll(defaultBorders, '')
    .replaceAll(namelessPicture, '<pic:cNvPr id="0" name="chart"/>')
  return rtl ? replaceMarkup(named, '<w:docGrid ', '<w:bidi/><w:docGrid ') : named
}

/** Gives each table of the annexes its caption as its name. */
function withCaptions(xml: string, { annexes }: Report): string {
  const captions = annexes.flatMap(({ blocks }) =>
    blocks.flatMap(block => (block.kind === 'table' ? [block.table.caption] : []))
  )
  const [start = '', ...tables] = xml.split('</w:tblPr>')
  if (tables.length !== captions.length + layoutTables) {
    throw new RangeError(`${tables.length} tables were written instead of ${captions.length + layoutTables}`)
  }
  return tables.reduce((whole, rest, index) => {
    const caption = captions[index - layoutTables]
    const name = caption === undefined ? '' : `<w:tblCaption w:val="${xmlText(caption)}"/>`
    return `${whole}${name}</w:tblPr>${rest}`
  }, start)
}

function settingsOf(xml: string, setting: Setting): string {
  const { value, eastAsia, bidirectional } = languagesOf(setting)
  const languages = `<w:themeFontLang w:val="${value}" w:eastAsia="${eastAsia}" w:bidi="${bidirectional}"/>`
  return replaceMarkup(xml, '</w:settings>', `${languages}</w:settings>`)
}

function stylesOf(xml: string, { rtl }: Setting): string {
  const normal = '<w:style w:type="paragraph" w:styleId="Normal">'
  const named = replaceMarkup(xml, normal, '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">')
  const whole = replaceMarkup(named, '</w:styles>', `${tableStyles}</w:styles>`)
  const direction = '<w:pPrDefault><w:pPr><w:bidi/></w:pPr></w:pPrDefault>'
  return rtl ? replaceMarkup(whole, '<w:pPrDefault/>', direction) : whole
}
