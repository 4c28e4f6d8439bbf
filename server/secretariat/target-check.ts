import { dimensions, targetDate, type Dimension, type Target, type TargetMargin } from '#analytics'
import type { Language } from '#locales'
import {
  kindOf,
  tabledQuestions,
  type ClosedQuestion,
  type Parsed,
  type Problem,
  type Questionnaire
} from '#surveys'
import { keptBreakdowns } from './breakdowns.ts'
import type { TargetLine } from './target-file.ts'

/** What a consultation asks for, as far as a target has to fit it. */
export type Asked = {
  readonly questionnaire: Questionnaire
  readonly languages: readonly Language[]
  readonly breakdowns: readonly string[]
}

/** Most dimensions by which weights are made: tables by three are never published. */
const mostWeighed = 2

const targetFlag = '--target'
const weighFlag = '--weigh-by'

/**
 * The lines of a table as a target, or every problem in them.
 *
 * @param weighBy names of the dimensions by which weighted shares are wanted too, as they were typed
 */
export function checkTarget(
  lines: readonly TargetLine[],
  weighBy: readonly string[],
  asked: Asked
): Parsed<Target> {
  const problems = [
    ...lines.flatMap((line, index) => lineProblems(line, lines.slice(0, index), asked)),
    ...dimensions
      .filter(name => linesOf(lines, name).length === 1 && valuesOf(name, asked) !== undefined)
      .map(tooFew),
    ...weighProblems(weighBy, lines, asked)
  ]
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    value: {
      margins: dimensions.flatMap(dimension => marginOf(dimension, lines, asked)),
      weighBy: dimensions.filter(name => weighBy.includes(name))
    }
  }
}

/** The values of a dimension in the order of its answers; undefined where respondents do not tell it. */
function valuesOf(dimension: Dimension, { questionnaire, languages }: Asked): readonly string[] | undefined {
  if (dimension === 'language') return languages
  const question = questionFor(dimension, questionnaire)
  return question && kindOf(question).codes(question)
}

/** The question that tells a dimension, asked or derived; none tells the language. */
function questionFor(dimension: Dimension, questionnaire: Questionnaire): ClosedQuestion | undefined {
  return tabledQuestions(questionnaire).find(({ profile }) => profile === dimension)
}

function lineProblems(line: TargetLine, before: readonly TargetLine[], asked: Asked): readonly Problem[] {
  const { dimension, value, number, source, date } = line
  const at = `${targetFlag}, line ${line.line}`
  const name = dimensions.find(each => each === dimension)
  if (name === undefined)
    return [{ at, code: 'target.dimension', params: { name: dimension, known: dimensions.join(', ') } }]
  const values = valuesOf(name, asked)
  if (values === undefined) return [{ at, code: 'target.notAsked', params: { dimension } }]
  const same = linesOf(before, name)
  const wrong: readonly (readonly [boolean, string, Problem['params']?])[] = [
    [!values.includes(value), 'target.value', { value, dimension, known: values.join(', ') }],
    [same.some(each => each.value === value), 'target.twice', { value, dimension }],
    [!/^\d{1,15}(\.\d{1,9})?$/.test(number) || Number(number) <= 0, 'target.number', { number }],
    [!/^[^\p{Cc}]{1,300}$/u.test(source), 'target.source'],
    [!isDay(date), 'target.date', { date }],
    [same.some(each => each.source !== source || each.date !== date), 'target.differs', { dimension }]
  ]
  return wrong.flatMap(([is, code, params]) => (is ? [{ at, code, ...(params && { params }) }] : []))
}

/** A year, a month or a day that there is; what is left open is filled up with “-01”. */
function isDay(date: string): boolean {
  if (!new RegExp(targetDate).test(date)) return false
  const instant = new Date(`${date.padEnd(10, '-01')}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date)
}

function tooFew(dimension: Dimension): Problem {
  return { at: targetFlag, code: 'target.few', params: { dimension } }
}

function weighProblems(
  weighBy: readonly string[],
  lines: readonly TargetLine[],
  { questionnaire, breakdowns }: Asked
): readonly Problem[] {
  const at = weighFlag
  if (weighBy.length > mostWeighed || new Set(weighBy).size < weighBy.length)
    return [{ at, code: 'target.weighMany', params: { most: mostWeighed } }]
  return weighBy.flatMap((name): Problem[] => {
    const dimension = dimensions.find(each => each === name)
    if (dimension === undefined)
      return [{ at, code: 'target.weighUnknown', params: { name, known: dimensions.join(', ') } }]
    if (linesOf(lines, dimension).length === 0)
      return [{ at, code: 'target.weighTarget', params: { dimension } }]
    const question = questionFor(dimension, questionnaire)
    return question !== undefined && keptBreakdowns(breakdowns, questionnaire).includes(question.id)
      ? []
      : [{ at, code: 'target.weighBreakdown', params: { dimension } }]
  })
}

function marginOf(dimension: Dimension, lines: readonly TargetLine[], asked: Asked): TargetMargin[] {
  const own = linesOf(lines, dimension)
  const [first] = own
  if (first === undefined) return []
  const numbers = (valuesOf(dimension, asked) ?? []).flatMap(code =>
    own.filter(({ value }) => value === code).map(({ number }) => ({ code, number: Number(number) }))
  )
  return [{ dimension, source: first.source, date: first.date, numbers }]
}

function linesOf(lines: readonly TargetLine[], dimension: Dimension): readonly TargetLine[] {
  return lines.filter(line => line.dimension === dimension)
}
