/**
 * Opens every Word document of a folder in LibreOffice and looks for the numbers of its main part on the pages.
 *
 *     node --import tsx tests/oracles/report.ts FOLDER
 *
 * Needs `soffice` and `pdftotext`. Prints what it found; exits with 1 when a document does not open, a number is not
 * found, or a main part takes more than four pages.
 */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { mainPartOf, numbersIn, numbersMissing, pagesInOffice } from '../support/office.ts'
import { childOf, elements, openXmlReader, textOf, type XmlElement } from '../support/xml-tree.ts'

const mostPages = 4

const [folder = '.'] = process.argv.slice(2)
const reader = await openXmlReader()
let broken = false
for (const file of (await readdir(folder)).filter(name => name.endsWith('.docx')).sort()) {
  const numbers = await numbersOf(path.join(folder, file))
  const pages = await pagesInOffice(path.join(folder, file))
  const main = mainPartOf(pages)
  const missing = numbersMissing(main.join('\n'), numbers)
  broken ||= numbers.length === 0 || missing.length > 0 || main.length > mostPages
  console.log(
    `${file}: ${pages.length} pages, ${main.length} of them the main part; ${numbers.length} numbers in it, ` +
      `not found: ${missing.join(' ') || 'none'}`
  )
}
await reader.close()
process.exitCode = broken ? 1 : 0

/** Every number that is written in the document before its first annex. */
async function numbersOf(docx: string): Promise<string[]> {
  const part = unzipSync(await readFile(docx))['word/document.xml']
  const [tree] = await reader.read([strFromU8(part ?? new Uint8Array())])
  if (tree === undefined || tree instanceof Error) throw new Error(`${docx}: ${tree?.message}`)
  const paragraphs = elements(tree, 'w:p')
  const annex = paragraphs.findIndex(isAnnexHeading)
  const main = annex < 0 ? paragraphs : paragraphs.slice(0, annex)
  // Each run for itself: a tab stands between a paragraph's number and its text.
  return main.flatMap(paragraph => elements(paragraph, 'w:t').flatMap(run => numbersIn(textOf(run))))
}

function isAnnexHeading(paragraph: XmlElement): boolean {
  return childOf(paragraph, 'w:pPr', 'w:pStyle')?.attributes['w:val'] === 'AnnexHeading'
}
