import { DocumentDefaults, type IStylesOptions } from 'docx'
import { sizes, style, type Sizes } from './manner.ts'
import { evenFonts, fontsOf, languagesOf, type Setting } from './setting.ts'

/** Where the text begins that follows a paragraph's number, a bullet, a term; in twentieths of a point. */
export const indents = { number: 794, bullet: 397, term: 3118 } as const

const soft = '404040'

/** Styles of paragraphs by their id, with the name that Word shows. */
const styles = {
  Normal: style('Normal', 11, { before: 6 }),
  Title: style('Title', 14, { before: 12, after: 12, centred: true, bold: true }),
  Heading1: style('heading 1', 12, { before: 16, after: 2, hanging: indents.number, bold: true, level: 0 }),
  Heading2: style('heading 2', 11, { before: 14, after: 2, bold: true, level: 1 }),
  Heading3: style('heading 3', 11, { before: 10, bold: true, color: soft, level: 2 }),
  AnnexHeading: style('Annex Heading', 13, {
    basedOn: 'Heading1',
    after: 12,
    centred: true,
    hanging: 0,
    bold: true,
    level: 0
  }),
  Demonstration: style('Demonstration', 11, {
    after: 12,
    centred: true,
    bold: true,
    boxed: true,
    inset: { start: 120, end: 120 }
  }),
  DocumentHead: style('Document Head', 11, { before: 1, inset: { end: 170 } }),
  Source: style('Source', 12, { before: 18, centred: true }),
  BoxTerm: style('Box Term', 11, { before: 5, bold: true, keepNext: true }),
  BoxText: style('Box Text', 11, { before: 2, after: 4 }),
  Rule: style('Rule', 11, { before: 4, after: 6, centred: true }),
  NumberedParagraph: style('Numbered Paragraph', 11, { before: 6, hanging: indents.number }),
  ListBullet: style('List Bullet', 11, { before: 3, hanging: indents.bullet }),
  Term: style('Term', 10, { before: 4, hanging: indents.term }),
  Caption: style('caption', 10.5, { before: 14, after: 2, bold: true, keepNext: true }),
  FigureSubtitle: style('Figure Subtitle', 9, { color: soft, keepNext: true }),
  Picture: style('Picture', 9, { before: 4 }),
  FigureNote: style('Figure Note', 8.5, { before: 2, color: soft }),
  TableHeading: style('Table Heading', 9, { bold: true, keepNext: true }),
  TableText: style('Table Text', 9, {}),
  TableNumber: style('Table Number', 9, { atEnd: true }),
  TableNumberHeading: style('Table Number Heading', 9, { atEnd: true, bold: true, keepNext: true }),
  TableNote: style('Table Note', 8.5, { before: 3, color: soft }),
  Header: style('header', 9, { centred: true }),
  HeaderNotice: style('Header Notice', 9, {
    basedOn: 'Header',
    before: 2,
    after: 10,
    centred: true,
    bold: true
  })
} as const

export type ParagraphStyle = keyof typeof styles

/** All styles of a document. */
export function stylesOf(setting: Setting): IStylesOptions {
  const run = { font: fontsOf(setting), ...sizes(11), language: languagesOf(setting) }
  return {
    importedStyles: [new DocumentDefaults({ run: { ...run, ...sizesIn(setting, run) } })],
    paragraphStyles: Object.entries(styles).map(([id, { run, ...style }]) => ({
      id,
      ...style,
      run: { ...run, ...sizesIn(setting, run) }
    })),
    characterStyles: [
      { id: 'Strong', name: 'Strong', quickFormat: true, run: { bold: true } },
      {
        id: 'Code',
        name: 'Code',
        quickFormat: true,
        run: { font: evenFonts, size: 16, sizeComplexScript: 16, noProof: true }
      }
    ]
  }
}

/** Among Arabic letters, Latin ones and numbers are as large as they: a number may stand in either kind of run. */
function sizesIn({ rtl }: Setting, { sizeComplexScript }: Sizes): Partial<Sizes> {
  return rtl ? { size: sizeComplexScript } : {}
}
