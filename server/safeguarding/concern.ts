import { languages, type Language } from '#locales'
import { isClosed, largestText, questionsOf, type Questionnaire } from '#surveys'

/** Texts of one sending that hold signs of harm, and the language of its page; nothing else about their writer. */
export type Concern = { readonly language: Language; readonly texts: readonly string[] }

const blockBytes = 1024

/**
 * What is sealed for the safeguarding lead: as long as the longest could be, with a text in it or without.
 *
 * | bytes | what |
 * |---|---|
 * | 1 | place of the language among the six; 255 where nothing is told |
 * | 1 | number of texts |
 * | each: 2 + length | bytes, unsigned, little-endian; UTF-8 |
 * | rest | zeros |
 *
 * @param questionnaire decides how long: a multiple of 1024 bytes
 */
export function writeConcern(questionnaire: Questionnaire, concern: Concern | undefined): Buffer {
  const bytes = Buffer.alloc(concernBytes(questionnaire))
  let at = bytes.writeUInt8(concern === undefined ? nothing : languages.indexOf(concern.language))
  const texts = concern?.texts ?? []
  at = bytes.writeUInt8(texts.length, at)
  for (const text of texts) {
    const size = Buffer.byteLength(text)
    if (at + 2 + size > bytes.length) throw new RangeError('no room for so much')
    at = bytes.writeUInt16LE(size, at)
    at += bytes.write(text, at, size)
  }
  return bytes
}

const nothing = 255

/** @returns undefined where nothing is told @throws RangeError when it is none */
export function readConcern(bytes: Buffer): Concern | undefined {
  const place = bytes.readUInt8(0)
  if (place === nothing) return undefined
  const language = languages[place]
  if (language === undefined) throw new RangeError('not written for a safeguarding lead')
  let at = 2
  const texts = Array.from({ length: bytes.readUInt8(1) }, () => {
    const size = bytes.readUInt16LE(at)
    const text = bytes.toString('utf8', at + 2, at + 2 + size)
    at += 2 + size
    return text
  })
  return { language, texts }
}

function concernBytes(questionnaire: Questionnaire): number {
  const open = questionsOf(questionnaire).filter(question => !isClosed(question))
  const most = open.reduce((sum, question) => sum + 2 + largestText(question), 2)
  return Math.ceil(most / blockBytes) * blockBytes
}
