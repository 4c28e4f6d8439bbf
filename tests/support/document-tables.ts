import { partOf, textIn } from '../server/reports/docx-parts.ts'

/** Body rows of a table, each with the text of its cells, the row's heading first. */
type TableText = string[][]

/** The tables of a Word document without their rows of headings, in order. */
export function tablesInWord(docx: Uint8Array): TableText[] {
  const xml = partOf(docx, 'word/document.xml')
  return between(xml, 'w:tbl').map(table =>
    between(table, 'w:tr')
      .filter(row => !row.includes('<w:tblHeader'))
      .map(row => between(row, 'w:tc').map(cell => clean(between(cell, 'w:t').join(''))))
  )
}

/** All that is written in a Word document. */
export function textInWord(docx: Uint8Array): string {
  return unescaped(textIn(docx))
}

/** The tables of a page without their rows of headings, in order. */
export function tablesInHtml(html: string): TableText[] {
  return between(html, 'tbody').map(body =>
    between(body, 'tr').map(row =>
      [...row.matchAll(/<(th|td)\b[^>]*>(.*?)<\/\1>/gs)].map(([, , text = '']) => clean(text))
    )
  )
}

/** What stands in each element of a name; such elements do not stand in one another. */
function between(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>(.*?)</${name}>`, 'gs'))].map(
    ([, inner = '']) => inner
  )
}

function clean(text: string): string {
  return unescaped(text.replace(/<[^>]*>/g, ''))
    .replace(/[\u200e\u200f\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Text without its entities. */
export function unescaped(text: string): string {
  return text
    .replaceAll('&#x27;', "'")
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
