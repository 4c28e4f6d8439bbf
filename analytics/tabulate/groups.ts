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

/** Numbers the combinations of values that somebody has, without gaps, in the order of the options. */
export function jointGroups(
  codebook: Codebook,
  responses: CodedResponses,
  questions: readonly string[]
): JointGroups {
  const breakdowns = questions.map(question => breakdownOf(codebook, question))
  const combinations = combinationOf(responses, breakdowns)
  const occurring = [...new Set(combinations)].sort((a, b) => a - b)
  const numbers = new Map(occurring.map((combination, number) => [combination, number]))
  const groupOf = new Uint32Array(responses.count)
  const sizes = new Uint32Array(occurring.length)
  const keys = noKeys(occurring.length)
  for (let row = 0; row < responses.count; row += 1) {
    const group = numbers.get(combinations[row] ?? 0) ?? 0
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
function combinationOf(responses: CodedResponses, breakdowns: readonly Breakdown[]): Float64Array {
  const combinations = new Float64Array(responses.count)
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
