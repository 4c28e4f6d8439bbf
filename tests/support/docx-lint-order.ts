import type { Parts } from './docx-lint-package.ts'
import { elements } from './xml-tree.ts'

/**
 * In which order the children of an element may come; those of ours, not all there are.
 *
 * @see ISO/IEC 29500-1, annex A.1 (wml.xsd): CT_PPr, CT_RPr, CT_TblPr, CT_TrPr, CT_TcPr, CT_SectPr, CT_Style, CT_Settings
 */
const orders: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents jc textDirection textAlignment outlineLvl rPr sectPr',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike noProof snapToGrid vanish color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  'w:tcPr': 'cnfStyle tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  'w:tblCellMar': 'top left start bottom right end',
  'w:tcMar': 'top left start bottom right end',
  'w:tblBorders': 'top left start bottom right end insideH insideV',
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid',
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr tblPr trPr tcPr tblStylePr',
  'w:tbl': 'tblPr tblGrid tr',
  'w:tr': 'tblPrEx trPr tc',
  'w:lvl': 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
  'w:settings':
    'view zoom displayBackgroundShape defaultTabStop evenAndOddHeaders characterSpacingControl footnotePr endnotePr compat docVars rsids themeFontLang clrSchemeMapping'
}

/** Children that stand where Word does not look for them, or that we have not looked up. */
export function orderProblems(parts: Parts): string[] {
  return [...parts].flatMap(([file, tree]) =>
    elements(tree, ...Object.keys(orders)).flatMap(({ name, children }) => {
      const order = (orders[name] ?? '').split(' ').map(child => `w:${child}`)
      const found = children.flatMap(child => (typeof child === 'string' ? [] : [child.name]))
      const places = found.map(child => order.indexOf(child))
      const wrong = places.findIndex((place, index) => place < 0 || place < (places[index - 1] ?? 0))
      return wrong < 0 ? [] : [`${file}: ${found[wrong]} is out of order in ${name}`]
    })
  )
}
