import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { CsvError, parse } from 'csv-parse'

import { shapesOf, type Answers, type Parsed, type Problem, type Questionnaire } from '#surveys'

import { separatorOf } from './answers-header.ts'
import { answerLines, type AnswerLines, type AnswersFile } from './answers-lines.ts'
import { largestFile, textOf } from './answers-text.ts'

/** Largest file taken, and longest line in it. */
export const answersFileLimits = { megabytes: 50, bytesOfALine: 1_000_000 } as const
export const largestAnswersFile = largestFile(answersFileLimits.megabytes)

/**
 * Reads the secretariat's CSV of answers: paper batches, earlier waves.
 *
 * The first line names questions, in any order; a question without a column is skipped by all. Then one response a
 * line: option codes, several of a multiple choice or ranking separated by spaces, `dk`, `pns`, empty for skipped,
 * texts as they stand. UTF-8; commas, semicolons or tabs. Each line is read along the route like a person's form.
 * One bad line refuses the file; every bad line is listed, `at` "line 17, question internet".
 *
 * @param keep  what to keep of each response, so that a large file need not be held as maps
 * @param onProgress  is told the fraction read, 0 to 1; only where the size is known
 */
export async function readAnswersFile<T>(input: {
  readonly questionnaire: Questionnaire
  readonly bytes: Uint8Array | AsyncIterable<unknown>
  readonly size?: number
  readonly keep: (answers: Answers) => T
  readonly onProgress?: (fraction: number) => void
}): Promise<Parsed<AnswersFile<T>>> {
  const { bytes } = input
  const whole = bytes instanceof Uint8Array
  const size = whole ? bytes.length : input.size
  const text = textOf(whole ? slices(bytes) : bytes, answersFileLimits, total => {
    if (size !== undefined && size > 0) input.onProgress?.(Math.min(1, total / size))
  })
  const first = await firstLine(text.pieces)
  const lines = answerLines(shapesOf(input.questionnaire), input.keep)
  const broken = await parseLines(first, text.pieces, lines)
  return lines.outcome(text.problem() ?? broken)
}

async function* slices(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536)
}

/** Text up to the end of the first line at least: the separator has to be known before parsing begins. */
async function firstLine(pieces: AsyncGenerator<string>): Promise<string> {
  let text = ''
  while (!/[\r\n]/.test(text) && text.length < answersFileLimits.bytesOfALine) {
    const next = await pieces.next()
    if (next.done === true) break
    text += next.value
  }
  return text
}

/** Hands every line over; says what keeps the file from being read as CSV to its end. */
async function parseLines(
  first: string,
  rest: AsyncGenerator<string>,
  lines: Pick<AnswerLines<unknown>, 'take' | 'nextLine'>
): Promise<Problem | undefined> {
  const parser = parse({
    delimiter: separatorOf(first.split(/[\r\n]/, 1)[0] ?? ''),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: answersFileLimits.bytesOfALine,
    // Lines are taken as they are found: those still in the stream when the parser stops at an error are lost.
    on_record: (fields: string[], { lines: endsOnLine }) => {
      lines.take({ fields, endsOnLine })
      return null
    }
  })
  try {
    await pipeline(Readable.from(joined(first, rest)), parser.resume())
  } catch (error) {
    if (error instanceof CsvError) return csvProblem(error, lines.nextLine())
    throw error
  }
  return undefined
}

async function* joined(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first
  yield* rest
}

/** What keeps a file from being read as CSV any further. @param line where that is */
export function csvProblem(error: CsvError, line: number): Problem {
  const at = `line ${line}`
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return { at, code: 'answersFile.quoteNeverClosed' }
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return { at, code: 'answersFile.lineTooLong', params: { limit: answersFileLimits.bytesOfALine } }
  }
  return { at, code: 'answersFile.strayQuote' }
}
