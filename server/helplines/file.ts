import { CsvError, parse } from 'csv-parse/sync'
import { problemAt, type Parsed, type Problem } from '#surveys'
import { separatorOf } from '../secretariat/answers-header.ts'
import { csvProblem } from '../secretariat/answers-file.ts'
import { newlinesIn } from '../secretariat/answers-lines.ts'
import { largestFile, textOf } from '../secretariat/answers-text.ts'
import { readColumns } from './columns.ts'
import type { Helpline } from './helpline.ts'
import { readRows, type Line } from './rows.ts'

const megabytes = 1
export const largestHelplinesFile = largestFile(megabytes)

/**
 * Reads the secretariat's CSV of helplines: names of columns in the first line, one helpline in each line below.
 *
 * UTF-8; commas, semicolons or tabs. Every problem of every line is collected, `at` "line 5, column website".
 *
 * @param today  the day after which no verification can have been made, `YYYY-MM-DD`
 */
export async function readHelplinesFile(bytes: Uint8Array, today: string): Promise<Parsed<Helpline[]>> {
  const text = await decoded(bytes)
  if (!text.ok) return text
  const { lines, broken } = linesIn(text.value)
  const [header, ...rows] = lines
  if (header === undefined) return { ok: false, problems: [broken ?? { at: 'file', code: 'helpline.empty' }] }
  const columns = readColumns(header.fields)
  const read = columns.ok
    ? readRows(rows, columns.value, today)
    : { helplines: [], problems: columns.problems }
  const problems = [...read.problems, ...(broken === undefined ? [] : [broken])]
  if (problems.length > 0) return { ok: false, problems }
  return read.helplines.length === 0
    ? problemAt('file', 'helpline.noRows')
    : { ok: true, value: read.helplines }
}

async function decoded(bytes: Uint8Array): Promise<Parsed<string>> {
  const text = textOf(inOnePiece(bytes), { megabytes }, () => undefined)
  let whole = ''
  for await (const piece of text.pieces) whole += piece
  const problem = text.problem()
  return problem === undefined ? { ok: true, value: whole } : { ok: false, problems: [problem] }
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** The lines that are not empty, as far as the file can be read as CSV, and what keeps the rest from being read. */
function linesIn(text: string): { readonly lines: readonly Line[]; readonly broken: Problem | undefined } {
  const lines: Line[] = []
  let next = 1
  try {
    parse(text, {
      delimiter: separatorOf(text.split(/[\r\n]/, 1)[0] ?? ''),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      // Lines are taken as they are found: those before an error would be lost with it.
      on_record: (fields: string[], { lines: endsOn }) => {
        const number = endsOn - newlinesIn(fields)
        if (fields.some(field => field.trim() !== '')) lines.push({ fields, number })
        next = endsOn + 1
        return null
      }
    })
  } catch (error) {
    if (error instanceof CsvError) return { lines, broken: csvProblem(error, next) }
    throw error
  }
  return { lines, broken: undefined }
}
