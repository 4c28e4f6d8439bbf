import { TextDecoder } from 'node:util'

import type { Problem } from '#surveys'

/** A file's text piece by piece, and what was wrong with its bytes once the pieces have ended. */
export type FileText = { readonly pieces: AsyncGenerator<string>; problem(): Problem | undefined }

/** The largest file of so many megabytes, and what is said of a larger one. */
export function largestFile(megabytes: number) {
  return {
    bytes: megabytes * 2 ** 20,
    problem: { code: 'answersFile.tooLarge', params: { limit: megabytes } }
  } as const
}

/** Reads bytes as UTF-8, with or without a byte order mark; stops at the first bad byte, and at the size limit. */
export function textOf(
  bytes: AsyncIterable<unknown>,
  limit: { megabytes: number },
  onRead: (total: number) => void
): FileText {
  const largest = largestFile(limit.megabytes)
  let problem: Problem | undefined

  async function* pieces(): AsyncGenerator<string> {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    let total = 0
    let line = 1
    for await (const chunk of bytes) {
      if (!(chunk instanceof Uint8Array)) throw new RangeError('a file is read as bytes')
      total += chunk.length
      if (total > largest.bytes) {
        problem = { at: 'file', ...largest.problem }
        return
      }
      const text = decoded(decoder, chunk)
      if (text === undefined) {
        problem = { at: `line ${line + linesBeforeBadByte(chunk)}`, code: 'answersFile.badEncoding' }
        return
      }
      line += newlines(text)
      onRead(total)
      yield text
    }
    if (decoded(decoder) === undefined) problem = { at: `line ${line}`, code: 'answersFile.badEncoding' }
  }

  return { pieces: pieces(), problem: () => problem }
}

/** Undefined where the bytes are not UTF-8; a NUL counts as such, for it stands in no text but in many other files. */
function decoded(decoder: TextDecoder, chunk?: Uint8Array): string | undefined {
  try {
    const text = chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
    return text.includes('\0') ? undefined : text
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** How many lines of a chunk are whole before its first byte that is not UTF-8: there the person has to look. */
function linesBeforeBadByte(chunk: Uint8Array): number {
  const readable = new TextDecoder().decode(chunk)
  const bad = readable.search(/[\0\ufffd]/)
  return newlines(bad === -1 ? readable : readable.slice(0, bad))
}

function newlines(text: string): number {
  return text.split('\n').length - 1
}
