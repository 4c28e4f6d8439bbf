import { BuilderElement, Paragraph, Tab, TextRun, type IParagraphOptions, type IRunOptions } from 'docx'
import { piecesOf } from './pieces.ts'
import { languagesOfRun, type Setting } from './setting.ts'
import type { ParagraphStyle } from './styles.ts'

/** Names of character styles, see `styles.ts`. */
export type CharacterStyle = 'Strong' | 'Code'

/** A text as runs, each with its direction and language. */
export function runsOf(text: string, setting: Setting, style?: CharacterStyle): TextRun[] {
  return piecesOf(text, setting.rtl).map(
    piece => new TextRun({ ...manner(setting, piece.rtl, style), text: piece.text })
  )
}

/** A code: never broken into directions, always left to right. */
export function codeRuns(code: string, setting: Setting): TextRun[] {
  return runsOf(`\u2066${code}\u2069`, setting, 'Code')
}

export function tab(setting: Setting): TextRun {
  return new TextRun({ ...manner(setting, setting.rtl), children: [new Tab()] })
}

export function lineBreak(setting: Setting): TextRun {
  return new TextRun({ ...manner(setting, setting.rtl), break: 1 })
}

/** The number of the page. Word and LibreOffice write it anew; `2` stands in it until they do. */
export function pageNumber(setting: Setting): BuilderElement<{ readonly instruction: string }> {
  return new BuilderElement({
    name: 'w:fldSimple',
    attributes: { instruction: { key: 'w:instr', value: 'PAGE' } },
    children: [new TextRun({ ...manner(setting, setting.rtl), text: '2' })]
  })
}

/** A paragraph of a named style, in the direction of the document. */
export function paragraph(
  style: ParagraphStyle,
  setting: Setting,
  children: IParagraphOptions['children'] & {},
  more: Omit<IParagraphOptions, 'style' | 'children' | 'bidirectional'> = {}
): Paragraph {
  return new Paragraph({ ...more, style, ...(setting.rtl ? { bidirectional: true } : {}), children })
}

function manner(setting: Setting, rtl: boolean, style?: CharacterStyle): IRunOptions {
  return {
    language: languagesOfRun(setting, rtl),
    ...(rtl ? { rightToLeft: true } : {}),
    // Quotation marks and dashes belong to all scripts; in Chinese they are as wide as the characters.
    ...(setting.language === 'zh' && style !== 'Code' ? { font: { hint: 'eastAsia' } } : {}),
    ...(style === undefined ? {} : { style })
  }
}
