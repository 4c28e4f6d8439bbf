import { kindOf, tabledQuestions, type Questionnaire } from '#surveys'
import { extrasOf } from '../../extras.ts'
import type { Extra, PrintedColumn } from '../../table.ts'
import { hasOneAnswer } from '../../one-answer.ts'
import { isDeclared } from '../../tabulate/declared.ts'
import { base, optionNamed, size, stateNamed } from './readings.ts'

/** The counts that a question has in every group, and how they add up. */
export type Shape = {
  readonly names: readonly string[]
  /** Within a group: a count, and those that it is the sum of. */
  readonly sums: readonly { readonly whole: string; readonly parts: readonly string[] }[]
  /** A count that is part of another; `told` where a sum says so already. */
  readonly within: readonly { readonly whole: string; readonly part: string; readonly told: boolean }[]
  readonly extras: readonly Extra[]
}

/** A group's size alone. */
export const sizeShape: Shape = { names: [size], sums: [], within: [], extras: [] }

/** @param columns all columns of the question that were ever printed @throws RangeError for a question that has no tables */
export function shapeOf(questionnaire: Questionnaire, id: string, columns: readonly PrintedColumn[]): Shape {
  if (isDeclared(id)) return declaredShape(columns)
  const question = tabledQuestions(questionnaire).find(one => one.id === id)
  if (question === undefined) throw new RangeError(`${id} has no tables`)
  const options = kindOf(question).codes(question).map(optionNamed)
  const extras = extrasOf(question).filter(({ code }) =>
    columns.some(column => column.extras?.some(cell => cell.code === code))
  )
  const ways = [...new Set(columns.flatMap(column => column.states.map(({ state }) => stateNamed(state))))]
  const firsts = extras.filter(({ kind }) => kind === 'first')
  const told = hasOneAnswer(question)
  return {
    names: [size, base, ...ways, ...options, ...extras.map(({ code }) => optionNamed(code))],
    sums: [
      ...(ways.length === 0 ? [] : [{ whole: size, parts: [base, ...ways] }]),
      ...(told ? [{ whole: base, parts: options }] : []),
      ...extras
        .filter(({ kind }) => kind === 'top2')
        .map(({ code, of }) => ({ whole: optionNamed(code), parts: of.map(optionNamed) })),
      ...(firsts.length === 0 ? [] : [{ whole: base, parts: firsts.map(({ code }) => optionNamed(code)) }])
    ],
    within: [
      { whole: size, part: base, told: ways.length > 0 },
      ...options.map(part => ({ whole: base, part, told })),
      ...firsts.flatMap(({ code, of }) =>
        of.map(option => ({ whole: optionNamed(option), part: optionNamed(code), told: false }))
      )
    ],
    extras
  }
}

/** What everybody declared is counted once for each. */
function declaredShape(columns: readonly PrintedColumn[]): Shape {
  const options = [...new Set(columns.flatMap(({ cells }) => cells.map(({ code }) => optionNamed(code))))]
  return {
    names: [size, base, ...options],
    sums: [
      { whole: size, parts: [base] },
      { whole: base, parts: options }
    ],
    within: options.map(part => ({ whole: base, part, told: true })),
    extras: []
  }
}
