import { childOf, elements, textOf, type XmlElement } from './xml-tree.ts'

const arabicLetter = /(?=\p{L})\p{Script=Arabic}/u
const hiddenDirection = /[\u202a-\u202e\u2066-\u2069]/

/** What would not run from right to left, or only by chance. */
export function directionProblems(tree: XmlElement, language: string): string[] {
  const everywhere = [
    ...elements(tree, 'w:r')
      .filter(run => arabicLetter.test(textOf(run, 'w:t')) && !isOn(childOf(run, 'w:rPr', 'w:rtl')))
      .map(run => `Arabic run without rtl: ${textOf(run)}`),
    ...elements(tree, 'w:t')
      .filter(text => hiddenDirection.test(textOf(text)))
      .map(text => `direction that Word does not know: ${textOf(text)}`)
  ]
  if (!language.startsWith('ar')) return everywhere
  return [
    ...everywhere,
    ...elements(tree, 'w:sectPr')
      .filter(section => !isOn(childOf(section, 'w:bidi')))
      .map(() => 'Arabic section without bidi'),
    ...elements(tree, 'w:p')
      .filter(paragraph => !isOn(childOf(paragraph, 'w:pPr', 'w:bidi')))
      .map(paragraph => `Arabic paragraph without bidi: ${textOf(paragraph)}`),
    ...elements(tree, 'w:tbl')
      .filter(table => !isOn(childOf(table, 'w:tblPr', 'w:bidiVisual')))
      .map(table => `Arabic table without bidiVisual: ${textOf(table).slice(0, 40)}`)
  ]
}

function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !['0', 'false', 'off'].includes(element.attributes['w:val'] ?? '')
}
