import { readAnswers, type Answers, type Given, type Parsed, type Problem, type Shape } from '#surveys'

import { readHeader } from './answers-header.ts'

/** One line as the CSV parser gives it: its fields, and the number of the line on which it ends. */
export type Line = { readonly fields: readonly string[]; readonly endsOnLine: number }

export type AnswersFile<T> = {
  /** What `keep` made of each response, in the order of the file. */
  readonly responses: readonly T[]
  /** How many of them answer nothing at all; a spreadsheet's empty lines look like that. */
  readonly blank: number
  /** How many answers stood at questions that their respondents are not asked, by question; they are left out. */
  readonly offRoute: ReadonlyMap<string, number>
}

export type AnswerLines<T> = {
  take(line: Line): void
  /** The line that would come next, or the last one taken in where the file breaks off within it. */
  nextLine(): number
  /** Everything taken so far; `broken` is what kept the rest of the file from being read. */
  outcome(broken: Problem | undefined): Parsed<AnswersFile<T>>
}

/** More problems than this are counted, not listed: nobody mends so many by hand, and memory is bounded. */
const problemsListed = 100_000

/** Takes in the lines of a file of answers, the header first, and collects every problem. */
export function answerLines<T>(shapes: readonly Shape[], keep: (answers: Answers) => T): AnswerLines<T> {
  const responses: T[] = []
  const problems: Problem[] = []
  let columns: readonly Shape[] | undefined
  let headerRead = false
  let lastLine = 0
  let unlisted = 0
  let blank = 0
  const offRoute = new Map<string, number>()

  function take({ fields, endsOnLine }: Line): void {
    const line = endsOnLine - newlinesIn(fields)
    lastLine = endsOnLine
    if (!headerRead) {
      const header = readHeader(fields, shapes)
      headerRead = true
      if (header.ok) columns = header.value
      else problems.push(...header.problems)
    } else if (columns !== undefined) takeResponse(fields, columns, line)
  }

  function takeResponse(fields: readonly string[], of: readonly Shape[], line: number): void {
    if (fields.length !== of.length) {
      const params = { found: fields.length, expected: of.length }
      list([{ at: `line ${line}`, code: 'answersFile.numberOfFields', params }])
      return
    }
    const answered = new Map(of.map((shape, index) => [shape.id, given(shape, fields[index])]))
    const parsed = readAnswers(shapes, answered)
    if (!parsed.ok) list(parsed.problems.map(one => ({ ...one, at: `line ${line}, question ${one.at}` })))
    else if (problems.length === 0) {
      responses.push(keep(parsed.value))
      countOffRoute(answered, parsed.value)
    }
    if (fields.every(field => field.trim() === '')) blank += 1
  }

  function countOffRoute(answered: Given, answers: Answers): void {
    for (const [question, values] of answered) {
      if (answers.get(question)?.state !== 'not_shown' || values.every(value => value.trim() === '')) continue
      offRoute.set(question, (offRoute.get(question) ?? 0) + 1)
    }
  }

  function list(found: readonly Problem[]): void {
    // Nothing will be taken in any more, so what was kept can go.
    responses.length = 0
    const room = Math.max(0, problemsListed - problems.length)
    problems.push(...found.slice(0, room))
    unlisted += Math.max(0, found.length - room)
  }

  function outcome(broken: Problem | undefined): Parsed<AnswersFile<T>> {
    if (unlisted > 0) problems.push({ at: 'file', code: 'answersFile.andMore', params: { count: unlisted } })
    if (broken !== undefined) problems.push(broken)
    else if (!headerRead) problems.push({ at: 'file', code: 'answersFile.empty' })
    else if (problems.length === 0 && responses.length === 0) {
      problems.push({ at: 'file', code: 'answersFile.noRows' })
    }
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { responses, blank, offRoute } }
  }

  return { take, nextLine: () => lastLine + 1, outcome }
}

/** What one field says: several codes where the kind allows several, a text as it stands. */
function given(shape: Shape, field = ''): readonly string[] {
  switch (shape.kind) {
    case 'multiple':
    case 'ranking':
      return field.split(/\s+/)
    case 'short_text':
    case 'long_text':
      return [field]
    default:
      return [field.trim()]
  }
}

/** Line ends within the fields of a line, which has to be named by the line on which it begins. */
export function newlinesIn(fields: readonly string[]): number {
  return fields.reduce((sum, field) => sum + (field.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
}
