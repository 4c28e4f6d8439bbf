import { noiseOf, type Noise } from '../disclosure/noise.ts'
import type { Prf } from '../disclosure/perturbation.ts'
import type { Policy } from '../disclosure/policy.ts'
import { wholePercent } from '../disclosure/thresholds.ts'
import type { Column, Table } from '../table.ts'
import type { LiveRule } from './release.ts'
import type { LiveCell, LiveTable, LiveTelling, LiveWord } from './table.ts'

export type ToPrintLive = {
  /** The questions that may be told live, each for all respondents. */
  readonly tables: readonly Table[]
  /** See `oneOfTwoIn`. */
  readonly oneOfTwo: ReadonlySet<string>
  readonly responses: number
  /** Number of the release that is being made. */
  readonly number: number
  readonly before: {
    readonly tables: readonly LiveTable[]
    readonly bases: Readonly<Record<string, number>>
  } | null
  readonly rule: LiveRule
  readonly policy: Policy
  readonly prf: Prf
}

/** A table as it may be shown, and the printed base behind it, which may not. */
export type PrintedLive = { readonly table: LiveTable; readonly base: number }

/**
 * Tables with shares in steps, or words. What decides is printed numbers, never true ones: also whether a question has
 * grown enough to be told anew. If the true base decided, whoever knows of nine new answers to it would learn from a
 * renewal that a tenth person answered.
 */
export function printLive(input: ToPrintLive): readonly PrintedLive[] {
  const noise = noiseOf(input.policy, input.prf)
  return input.tables.map(table => {
    const [column] = table.columns
    if (column === undefined || table.by.length > 0)
      throw new RangeError(`${table.question} is told live for all respondents only`)
    const base = Math.min(noise.base(column.key, column.answeredKey, column.answered), input.responses)
    return repeated(table.question, base, input) ?? { table: anew(table, column, base, noise, input), base }
  })
}

/** The table of the release before, unless its base has grown enough since. */
function repeated(question: string, base: number, { before, rule }: ToPrintLive): PrintedLive | undefined {
  const table = before?.tables.find(one => one.question === question)
  const last = before?.bases[question]
  if (table === undefined || last === undefined || base - last >= rule.renewal) return undefined
  return { table, base: last }
}

function anew(
  { question, codes }: Table,
  column: Column,
  base: number,
  noise: Noise,
  { number, rule, policy, oneOfTwo }: ToPrintLive
): LiveTable {
  const told = tellingOf(base, policy)
  const drawn = codes.map((code, index) =>
    Math.min(noise.option(column.key, question, code, column.chosen[index] ?? 0), base)
  )
  // A draw for each of two would be two looks at one number.
  const counts = oneOfTwo.has(question)
    ? drawn.map((count, at) => (at === 0 ? count : base - (drawn[0] ?? 0)))
    : drawn
  const cells = codes.map((code, index) => liveCell(code, counts[index] ?? 0, base, told, rule, policy))
  return { question, renewed: number, told, cells }
}

function tellingOf(base: number, { countFrom, percentFrom }: Policy): LiveTelling {
  if (base < countFrom) return 'nothing'
  return base < percentFrom ? 'words' : 'shares'
}

/** What is shown of a noisy count. @param count at most `base` */
export function liveCell(
  code: string,
  count: number,
  base: number,
  told: LiveTelling,
  { step }: LiveRule,
  policy: Policy
): LiveCell {
  const share = told === 'nothing' ? 0 : rounded(count, base, step)
  if (share < step || count < policy.countFrom) return { code, share: null, word: null, status: 'c' }
  // "This or more" is true whatever it is said of, so what only rounds to it stays a step below.
  const highest = 100 - step
  const isTop = wholePercent(count, base) >= highest
  const status = isTop ? 't' : ''
  if (told === 'words') return { code, share: null, word: isTop ? 'nearlyAll' : wordFor(count, base), status }
  return { code, share: isTop ? highest : Math.min(share, highest - step), word: null, status }
}

/** Part of whole in points of a hundred, to the nearest step, halves up; in integers. */
function rounded(part: number, whole: number, step: number): number {
  return step * Math.floor((200 * part + step * whole) / (2 * step * whole))
}

/** Few words, so that one answer more or less seldom changes one. */
function wordFor(part: number, whole: number): LiveWord {
  const share = wholePercent(part, whole)
  if (share < 40) return 'some'
  return share <= 60 ? 'half' : 'most'
}
