import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The text of a part of a document. */
export function partOf(docx: Uint8Array, path: string): string {
  return strFromU8(unzipSync(docx)[path] ?? new Uint8Array())
}

/** A document with one part changed, and so, perhaps, broken. @throws when the change changes nothing */
export function withPart(docx: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const before = partOf(docx, path)
  const after = change(before)
  if (after === before) throw new Error(`nothing was changed in ${path}`)
  return zipSync({ ...unzipSync(docx), [path]: strToU8(after) })
}

/** What is written in a document or in one of its headers, without what sets directions. */
export function textIn(docx: Uint8Array, path = 'word/document.xml'): string {
  return [...partOf(docx, path).matchAll(/<w:t [^>]*>([^<]*)<\/w:t>|<w:tab\/>|<\/w:p>/g)]
    .map(([whole, text]) => text ?? (whole === '<w:tab/>' ? '\t' : '\n'))
    .join('')
    .replace(/[\u200e\u200f]/g, '')
}
