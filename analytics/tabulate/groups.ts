import { kindOf, type Codebook, type Slot } from '#surveys'
import type { Population } from '../disclosure/groups.ts'
import { columnOf, type CodedResponses } from '../responses.ts'
import { notGiven } from '../table.ts'
import { addKey, noKeys, type KeySums } from './keys.ts'

/** A breakdown question with what it splits by: its options in their order, then `not_given`. */
type Breakdown = { readonly question: string; readonly values: readonly string[]; readonly slot: Slot }

/** Respondents who share the values of all breakdown questions: the finest groups, of which all others consist. */
export type JointGroups = {
  readonly breakdowns: readonly Breakdown[]
  /** For each group, the index of its value in each breakdown. */
  readonly values: readonly (readonly number[])[]
  /** For each response, its group. */
  readonly groupOf: Uint32Array
  readonly sizes: Uint32Array
  /** Sums of the record keys of all members, whatever they answered. */
  readonly keys: KeySums
}

/** Three breakdowns of 250 options each are fewer; the tables that number them stay below 150 MB. */
const mostCombinations = 30_000_000

/** Numbers the combinations of values that somebody has, without gaps, in the order of the options. */
export function jointGroups(
  codebook: Codebook,
  responses: CodedResponses,
  questions: readonly string[]
): JointGroups {
  const breakdowns = questions.map(question => breakdownOf(codebook, question))
  const possible = possibleBy(breakdowns)
  const combinations = combinationOf(responses, breakdowns)
  const occurring = occurringIn(combinations, possible)
  const numbers = new Uint32Array(possible)
  occurring.forEach((combination, number) => {
    numbers[combination] = number
  })
  const groupOf = new Uint32Array(responses.count)
  const sizes = new Uint32Array(occurring.length)
  const keys = noKeys(occurring.length)
  for (let row = 0; row < responses.count; row += 1) {
    const group = numbers[combinations[row] ?? 0] ?? 0
    groupOf[row] = group
    sizes[group] = (sizes[group] ?? 0) + 1
    addKey(keys, group, responses.keyHigh[row] ?? 0, responses.keyLow[row] ?? 0)
  }
  return { breakdowns, values: occurring.map(number => valuesOf(number, breakdowns)), groupOf, sizes, keys }
}

export function populationOf(groups: JointGroups): Population {
  return {
    breakdowns: groups.breakdowns.map(breakdown => breakdown.question),
    cells: groups.values.map((values, group) => ({
      values: values.map((value, index) => groups.breakdowns[index]?.values[value] ?? notGiven),
      count: groups.sizes[group] ?? 0
    }))
  }
}

function breakdownOf(codebook: Codebook, id: string): Breakdown {
  const entry = codebook.entries.find(({ question }) => question.id === id)
  const slot = entry?.slots[0]
  if (entry === undefined || slot === undefined || !['single', 'scale'].includes(entry.question.kind)) {
    throw new RangeError(`${id} is no question that can be a breakdown`)
  }
  return { question: id, values: [...kindOf(entry.question).codes(entry.question), notGiven], slot }
}

/** For each response, the indexes of its values as the digits of one number; the last breakdown's is the lowest. */
function combinationOf(responses: CodedResponses, breakdowns: readonly Breakdown[]): Int32Array {
  const combinations = new Int32Array(responses.count)
  for (const { slot, values } of breakdowns) {
    const { column, offset } = columnOf(responses, slot)
    const last = values.length - 1
    for (let row = 0; row < responses.count; row += 1) {
      const value = (column[row] ?? 0) - offset
      combinations[row] = (combinations[row] ?? 0) * values.length + (value < 0 ? last : value)
    }
  }
  return combinations
}

/** How many combinations of values there could be. */
function possibleBy(breakdowns: readonly Breakdown[]): number {
  const possible = breakdowns.reduce((product, { values }) => product * values.length, 1)
  if (possible > mostCombinations)
    throw new RangeError(`${possible} combinations of breakdown values are too many`)
  return possible
}

/** The combinations that somebody has, in ascending order. */
function occurringIn(combinations: Int32Array, possible: number): number[] {
  const occurs = new Uint8Array(possible)
  for (let row = 0; row < combinations.length; row += 1) occurs[combinations[row] ?? 0] = 1
  const occurring: number[] = []
  for (let at = occurs.indexOf(1); at !== -1; at = occurs.indexOf(1, at + 1)) occurring.push(at)
  return occurring
}

function valuesOf(combination: number, breakdowns: readonly Breakdown[]): number[] {
  let rest = combination
  return breakdowns
    .toReversed()
    .map(({ values }) => {
      const value = rest % values.length
      rest = (rest - value) / values.length
      return value
    })
    .toReversed()
}
