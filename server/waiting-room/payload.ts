import { isClosed, largestText, questionsOf, type Questionnaire } from '#surveys'
import type { CodedResponse } from '../coded-response.ts'

/**
 * What is sealed: always as long as the longest that the version allows, because a length links.
 *
 * | bytes | what |
 * |---|---|
 * | 1 | kind: 1 an answer set; 2 remarks whose answers were poured for live results; 16 more once it was looked at |
 * | 2 | number of slots n, unsigned, little-endian like all that follows |
 * | 2 n | the codes |
 * | 1 | number of remarks |
 * | each: 1 + 2 + length | place of its question among the open ones, bytes, UTF-8 |
 * | rest | zeros |
 */
export type Payload = CodedResponse & {
  readonly kind: 'answers' | 'remarks'
  /** Whether its texts have been looked at for the safeguarding lead. */
  readonly looked?: boolean
}

const kinds = { answers: 1, remarks: 2 } as const
const lookedAt = 16
const blockBytes = 1024

/** Writes and reads the payloads of one version. */
export type PayloadFormat = {
  /** Bytes of every payload: a multiple of 1024. */
  readonly length: number
  /** A whole payload. @throws RangeError as `content` does */
  write(payload: Payload): Buffer
  /** The payload up to its zeros. @throws RangeError when it does not fit: then it was read by other rules than these */
  content(payload: Payload): Buffer
  /** The whole payload. @param bytes written over from end to end, `length` long; new ones unless given */
  padded(content: Buffer, bytes?: Buffer): Buffer
  /** @throws RangeError when it is none of this version */
  read(bytes: Buffer): Payload
}

/** @param slots integers of a response, as the codebook has them */
export function payloadFormat(questionnaire: Questionnaire, slots: number): PayloadFormat {
  const open = questionsOf(questionnaire).filter(question => !isClosed(question))
  const texts = open.map(question => 3 + largestText(question))
  const most = 1 + 2 + 2 * slots + 1 + texts.reduce((sum, each) => sum + each, 0)
  const length = Math.ceil(most / blockBytes) * blockBytes

  function content({ kind, looked, packed, remarks }: Payload): Buffer {
    const texts = remarks.map(({ text }) => Buffer.from(text))
    const bytes = Buffer.alloc(texts.reduce((sum, text) => sum + 3 + text.length, 4 + 2 * packed.length))
    if (bytes.length > length) throw new RangeError('no room for so much')
    let at = bytes.writeUInt8(kinds[kind] + (looked === true ? lookedAt : 0))
    at = bytes.writeUInt16LE(packed.length, at)
    for (const code of packed) at = bytes.writeInt16LE(code, at)
    at = bytes.writeUInt8(remarks.length, at)
    for (const [index, text] of texts.entries()) {
      const place = open.findIndex(({ id }) => id === remarks[index]?.question)
      if (place < 0) throw new RangeError('a remark on a question that this version does not ask')
      at = bytes.writeUInt8(place, at)
      at = bytes.writeUInt16LE(text.length, at)
      at += text.copy(bytes, at)
    }
    return bytes
  }

  function padded(bytes: Buffer, into: Buffer = Buffer.alloc(length)): Buffer {
    if (into.length !== length) throw new RangeError(`a payload of this version has ${length} bytes`)
    bytes.copy(into)
    return into.fill(0, bytes.length)
  }

  function read(bytes: Buffer): Payload {
    const first = bytes[0] ?? 0
    const looked = (first & lookedAt) !== 0
    const kind = (first & ~lookedAt) === kinds.answers ? 'answers' : 'remarks'
    if (bytes.length !== length || (kind === 'remarks' && (first & ~lookedAt) !== kinds.remarks))
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
    return { kind, ...(looked && { looked }), packed, remarks }
  }

  return { length, write: payload => padded(content(payload)), content, padded, read }
}
