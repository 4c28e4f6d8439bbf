import type { Answer } from './answers.ts'
import { readMultiple } from './kinds/multiple-reading.ts'
import { readNumber } from './kinds/number-reading.ts'
import { readRanking } from './kinds/ranking-reading.ts'
import { readSingle } from './kinds/single-reading.ts'
import { readText } from './kinds/text-reading.ts'
import type { Parsed } from './problem.ts'
import { problemAt } from './problem.ts'
import type { ClosedShape, Shape } from './shape.ts'

/**
 * What was ticked or typed for one question, as its answer; the same rules in the browser and on the server.
 * Empty strings say nothing. Nothing at all is "skipped".
 */
export function read(shape: Shape, given: readonly string[]): Parsed<Answer> {
  const values = given.filter(value => value.trim() !== '')
  if (values.length === 0) return { ok: true, value: { state: 'skipped' } }
  if (shape.kind === 'short_text' || shape.kind === 'long_text') return readText(shape, values)
  return readClosed(shape, values)
}

function readClosed(shape: ClosedShape, values: readonly string[]): Parsed<Answer> {
  const declined = values.find(value => declines(shape, value))
  if (declined !== undefined) {
    if (values.some(value => value !== declined)) return problemAt(shape.id, 'answer.declinedAndAnswered')
    return { ok: true, value: { state: declined === 'dk' ? 'dk' : 'pns' } }
  }
  switch (shape.kind) {
    case 'number':
      return readNumber(shape, values)
    case 'multiple':
      return readMultiple(shape, values)
    case 'ranking':
      return readRanking(shape, values)
    case 'single':
    case 'scale':
      return readSingle(shape, values)
  }
}

function declines(shape: ClosedShape, value: string): boolean {
  return (value === 'dk' && shape.dontKnow !== false) || (value === 'pns' && shape.preferNotToSay !== false)
}
