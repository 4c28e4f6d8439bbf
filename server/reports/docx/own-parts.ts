import type { Report } from '#analytics'
import { factsOf } from '#locales'
import { evenFonts, fonts } from './setting.ts'
import { xmlText } from './xml.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const core = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties'

/** Title, subject, author and language. When it was made is left open: the same report is the same file. */
export function coreProperties({ title, language, head: { body, document } }: Report): string {
  return [
    `${head}<cp:coreProperties xmlns:cp="${core}" xmlns:dc="http://purl.org/dc/elements/1.1/">`,
    `<dc:title>${xmlText(title)}</dc:title>`,
    `<dc:subject>${xmlText(document)}</dc:subject>`,
    `<dc:creator>${xmlText(body)}</dc:creator>`,
    `<dc:language>${factsOf(language).tag}</dc:language>`,
    '</cp:coreProperties>'
  ].join('')
}

/** What may stand in for a font where it is not installed: of the same widths where there is one. */
export const fontTable = [
  `${head}<w:fonts xmlns:w="${main}">`,
  font(fonts.ascii, 'Carlito', '00', 'swiss'),
  font(fonts.eastAsia, '宋体', '86', 'auto'),
  font(fonts.cs, 'DejaVu Sans', '00', 'swiss'),
  font(evenFonts.ascii, 'Inconsolata', '00', 'modern'),
  font(evenFonts.cs, 'Liberation Mono', '00', 'modern'),
  '</w:fonts>'
].join('')

function font(name: string, instead: string, charset: string, family: string): string {
  return [
    `<w:font w:name="${name}"><w:altName w:val="${instead}"/>`,
    `<w:charset w:val="${charset}"/><w:family w:val="${family}"/></w:font>`
  ].join('')
}

/** The table that all tables rest on, and that of reports: light rules between rows, strong ones around the head. */
export const tableStyles = [
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>',
  '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>',
  `<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>${margins(0, 108)}</w:tblPr></w:style>`,
  '<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="Report Table"/>',
  '<w:basedOn w:val="TableNormal"/><w:qFormat/>',
  `<w:tblPr><w:tblBorders>${rule('top', 8)}${rule('bottom', 8)}${rule('insideH', 4, 'BFBFBF')}</w:tblBorders>`,
  `${margins(40, 85)}</w:tblPr>`,
  '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>',
  `<w:tcBorders>${rule('bottom', 8)}</w:tcBorders><w:vAlign w:val="bottom"/>`,
  '</w:tcPr></w:tblStylePr></w:style>'
].join('')

function rule(side: string, eighths: number, color = '404040'): string {
  return `<w:${side} w:val="single" w:sz="${eighths}" w:space="0" w:color="${color}"/>`
}

function margins(upright: number, sideways: number): string {
  const margin = (side: string, width: number): string => `<w:${side} w:w="${width}" w:type="dxa"/>`
  const all = [
    margin('top', upright),
    margin('left', sideways),
    margin('bottom', upright),
    margin('right', sideways)
  ]
  return `<w:tblCellMar>${all.join('')}</w:tblCellMar>`
}
