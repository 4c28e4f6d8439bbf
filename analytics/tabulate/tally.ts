import {
  bandsOf,
  kindOf,
  optionsPerSlot,
  type ClosedQuestion,
  type CodebookEntry,
  type NumberQuestion
} from '#surveys'
import { columnOf, type CodedColumn, type CodedResponses } from '../responses.ts'
import { extrasOf, placesOf } from '../extras.ts'
import { states, type Extra } from '../table.ts'
import type { JointGroups } from './groups.ts'
import { addKey, noKeys, type KeySums } from './keys.ts'

/** What the joint groups answered to one question. */
export type Tally = {
  readonly codes: readonly string[]
  /** How many chose each code: one row of `codes.length` numbers for each group. */
  readonly chosen: Uint32Array
  readonly extras: readonly Extra[]
  /** How many each of the extras counts: one row of `extras.length` numbers for each group. */
  readonly extra: Uint32Array
  /** How many are in each state of not having answered: one row for each group, in the order of `states`. */
  readonly states: Uint32Array
  /** Sums of the record keys of those who did not answer: as a rule they are the fewer. */
  readonly missingKeys: KeySums
}

/**
 * Counts one question, once, over the joint groups; every table of the question is a sum of these counts.
 * Single choice and scale: who chose the option. Multiple choice: who ticked it. Ranking: who named it in one of
 * the first places. Number: who gave a value of the band.
 */
export function tally(entry: CodebookEntry, responses: CodedResponses, groups: JointGroups): Tally {
  const { question } = entry
  const codes = kindOf(question).codes(question)
  const coded = entry.slots.map(slot => columnOf(responses, slot))
  const [first] = coded
  if (first === undefined) throw new RangeError(`${question.id} has no slot`)
  const chosen = new Uint32Array(groups.values.length * codes.length)
  countChosen(question, coded, groups.groupOf, chosen, codes.length)
  const extras = extrasOf(question)
  const extra = countExtras(extras, codes, first, groups)
  return { codes, chosen, extras, extra, ...countMissing(first, responses, groups) }
}

function countMissing(
  first: CodedColumn,
  responses: CodedResponses,
  groups: JointGroups
): Pick<Tally, 'states' | 'missingKeys'> {
  const { column, offset } = first
  const { groupOf } = groups
  const { keyHigh, keyLow } = responses
  const counts = new Uint32Array(groups.values.length * states.length)
  const missingKeys = noKeys(groups.values.length)
  for (let row = 0; row < column.length; row += 1) {
    const value = (column[row] ?? 0) - offset
    if (value >= 0) continue
    const group = groupOf[row] ?? 0
    // -1 is the first of `states`, -4 the last.
    const at = group * states.length - value - 1
    counts[at] = (counts[at] ?? 0) + 1
    addKey(missingKeys, group, keyHigh[row] ?? 0, keyLow[row] ?? 0)
  }
  return { states: counts, missingKeys }
}

function countChosen(
  question: ClosedQuestion,
  coded: readonly CodedColumn[],
  groupOf: Uint32Array,
  chosen: Uint32Array,
  width: number
): void {
  const [first] = coded
  if (first === undefined) return
  switch (question.kind) {
    case 'single':
    case 'scale':
      countOptions(first, first, groupOf, chosen, width)
      break
    case 'ranking':
      for (const place of coded.slice(0, placesOf(question)))
        countOptions(place, first, groupOf, chosen, width)
      break
    case 'multiple':
      coded.forEach((slot, index) => {
        countBits(slot, groupOf, chosen, width, index * optionsPerSlot)
      })
      break
    case 'number':
      countBands(question, first, groupOf, chosen, width)
  }
}

/** Counts one slot of option indexes. The further slots of a ranking mean nothing where the first holds a state. */
function countOptions(
  { column, offset }: CodedColumn,
  first: CodedColumn,
  groupOf: Uint32Array,
  chosen: Uint32Array,
  width: number
): void {
  for (let row = 0; row < column.length; row += 1) {
    const value = (column[row] ?? 0) - offset
    if (value < 0 || (first.column[row] ?? 0) < first.offset) continue
    const at = (groupOf[row] ?? 0) * width + value
    chosen[at] = (chosen[at] ?? 0) + 1
  }
}

/** An answer counts where the question's first slot holds it: one point of a scale, the first place of a ranking. */
function countExtras(
  extras: readonly Extra[],
  codes: readonly string[],
  first: CodedColumn,
  { groupOf, values }: JointGroups
): Uint32Array {
  if (extras.length === 0) return new Uint32Array(0)
  const inFirst = new Uint32Array(values.length * codes.length)
  countOptions(first, first, groupOf, inFirst, codes.length)
  const places = extras.map(({ of }) => of.map(code => codes.indexOf(code)))
  return Uint32Array.from({ length: values.length * extras.length }, (_, at) => {
    const row = Math.floor(at / extras.length) * codes.length
    return (places[at % extras.length] ?? []).reduce((sum, place) => sum + (inFirst[row + place] ?? 0), 0)
  })
}

function countBits(
  { column, offset }: CodedColumn,
  groupOf: Uint32Array,
  chosen: Uint32Array,
  width: number,
  firstOption: number
): void {
  for (let row = 0; row < column.length; row += 1) {
    const start = (groupOf[row] ?? 0) * width + firstOption
    // From one set bit to the next: a state is negative and has none, and most options are not ticked.
    for (let bits = Math.max(0, (column[row] ?? 0) - offset); bits !== 0; bits &= bits - 1) {
      const cell = start + 31 - Math.clz32(bits & -bits)
      chosen[cell] = (chosen[cell] ?? 0) + 1
    }
  }
}

function countBands(
  question: NumberQuestion,
  { column, offset }: CodedColumn,
  groupOf: Uint32Array,
  chosen: Uint32Array,
  width: number
): void {
  const bandOf = new Int16Array(question.maximum + 1).fill(-1)
  bandsOf(question).forEach((band, index) => bandOf.fill(index, band.from, band.to + 1))
  for (let row = 0; row < column.length; row += 1) {
    const value = (column[row] ?? 0) - offset
    if (value < 0) continue
    const band = bandOf[value] ?? -1
    if (band < 0) throw new RangeError(`${question.id} has a value outside its bounds`)
    const at = (groupOf[row] ?? 0) * width + band
    chosen[at] = (chosen[at] ?? 0) + 1
  }
}
