import { isClosed, largestText, questionsOf, type Questionnaire } from '#surveys'
import type { CodedResponse } from '../coded-response.ts'

/**
 * What is sealed: always as long as the longest that the version allows, because a length links.
 *
 * | bytes | what |
 * |---|---|
 * | 1 | kind: 1 an answer set; 2 remarks whose answers were poured for live results |
 * | 2 | number of slots n, unsigned, little-endian like all that follows |
 * | 2 n | the codes |
 * | 1 | number of remarks |
 * | each: 1 + 2 + length | place of its question among the open ones, bytes, UTF-8 |
 * | rest | zeros |
 */
export type Payload = { readonly kind: 'answers' | 'remarks' } & CodedResponse

const kinds = { answers: 1, remarks: 2 } as const
const blockBytes = 1024

/** Writes and reads the payloads of one version. */
export type PayloadFormat = {
  /** Bytes of every payload: a multiple of 1024. */
  readonly length: number
  /** @throws RangeError when it does not fit: then it was read by other rules than these */
  write(payload: Payload): Buffer
  /** @throws RangeError when it is none of this version */
  read(bytes: Buffer): Payload
}

/** @param slots integers of a response, as the codebook has them */
export function payloadFormat(questionnaire: Questionnaire, slots: number): PayloadFormat {
  const open = questionsOf(questionnaire).filter(question => !isClosed(question))
  const texts = open.map(question => 3 + largestText(question))
  const most = 1 + 2 + 2 * slots + 1 + texts.reduce((sum, each) => sum + each, 0)
  const length = Math.ceil(most / blockBytes) * blockBytes

  function write({ kind, packed, remarks }: Payload): Buffer {
    const bytes = Buffer.alloc(length)
    let at = bytes.writeUInt8(kinds[kind])
    at = bytes.writeUInt16LE(packed.length, at)
    for (const code of packed) at = bytes.writeInt16LE(code, at)
    at = bytes.writeUInt8(remarks.length, at)
    for (const { question, text } of remarks) {
      const place = open.findIndex(({ id }) => id === question)
      const size = Buffer.byteLength(text)
      if (place < 0 || at + 3 + size > length) throw new RangeError(`no room for a remark on ${question}`)
      at = bytes.writeUInt8(place, at)
      at = bytes.writeUInt16LE(size, at)
      at += bytes.write(text, at, size)
    }
    return bytes
  }

  function read(bytes: Buffer): Payload {
    const kind = bytes[0] === kinds.answers ? 'answers' : 'remarks'
    if (bytes.length !== length || (kind === 'remarks' && bytes[0] !== kinds.remarks))
      throw new RangeError('not a payload of this version')
    const count = bytes.readUInt16LE(1)
    const packed = Array.from({ length: count }, (_, slot) => bytes.readInt16LE(3 + 2 * slot))
    let at = 3 + 2 * count
    const remarks = Array.from({ length: bytes.readUInt8(at) }, () => {
      const question = open[bytes.readUInt8(at + 1)]
      const size = bytes.readUInt16LE(at + 2)
      if (question === undefined)
        throw new RangeError('a remark on a question that this version does not ask')
      const text = bytes.toString('utf8', at + 4, at + 4 + size)
      at += 3 + size
      return { question: question.id, text }
    })
    return { kind, packed, remarks }
  }

  return { length, write, read }
}
