import type { ClosedQuestion, Codebook } from '#surveys'
import type { Population } from './disclosure/groups.ts'
import { placesOf } from './extras.ts'
import type { PlannedTables } from './plan.ts'
import type { CodedResponses } from './responses.ts'
import { states, type Column, type Table } from './table.ts'
import { jointGroups, populationOf } from './tabulate/groups.ts'
import { keyAt, summedKeys } from './tabulate/keys.ts'
import { marginOf, summed, type Margin } from './tabulate/margin.ts'
import { tally, type Tally } from './tabulate/tally.ts'

export type ToTabulate = {
  readonly codebook: Codebook
  readonly responses: CodedResponses
  /** Ids of the breakdown questions, single choices or scales; at most three. */
  readonly breakdowns: readonly string[]
  /** Which tables each question gets; see plan.ts. */
  readonly plan: readonly PlannedTables[]
}

/**
 * True counts of every planned table, and how many respondents share each combination of breakdown values.
 * Each question is read once, over the groups that share all breakdown values; its tables are sums of those.
 *
 * @throws RangeError when a breakdown or a planned question is not in the codebook
 */
export function tabulate(input: ToTabulate): { tables: readonly Table[]; population: Population } {
  const { codebook, responses } = input
  const groups = jointGroups(codebook, responses, input.breakdowns)
  const margins = new Map<string, Margin>()
  const marginBy = (by: readonly string[]): Margin => {
    const name = by.join(' ')
    const margin = margins.get(name) ?? marginOf(groups, by)
    margins.set(name, margin)
    return margin
  }
  const tables = input.plan.flatMap(({ question, by }) => {
    const entry = codebook.entries.find(one => one.question.id === question)
    if (entry === undefined) throw new RangeError(`${question} is not in the codebook`)
    const counts = tally(entry, responses, groups)
    return by.map(list => tableOf(entry.question, counts, marginBy(list)))
  })
  return { tables, population: populationOf(groups) }
}

function tableOf(question: ClosedQuestion, counts: Tally, margin: Margin): Table {
  const { codes, extras } = counts
  const columns = margin.values.length
  const chosen = summed(counts.chosen, codes.length, margin.columnOf, columns)
  const extra = summed(counts.extra, extras.length, margin.columnOf, columns)
  const missing = summed(counts.states, states.length, margin.columnOf, columns)
  const missingKeys = summedKeys(counts.missingKeys, margin.columnOf, columns)
  return {
    question: question.id,
    by: margin.by,
    codes,
    extras,
    ...(question.kind === 'ranking' && { places: placesOf(question) }),
    columns: margin.values.map((values, at) => {
      const size = margin.sizes[at] ?? 0
      const key = keyAt(margin.keys, at)
      const inState = missing.subarray(at * states.length, (at + 1) * states.length)
      return {
        values,
        size,
        key,
        answered: inState.reduce((rest, count) => rest - count, size),
        answeredKey: BigInt.asUintN(64, key - keyAt(missingKeys, at)),
        chosen: [...chosen.subarray(at * codes.length, (at + 1) * codes.length)],
        extra: [...extra.subarray(at * extras.length, (at + 1) * extras.length)],
        states: stateCounts(inState)
      }
    })
  }
}

function stateCounts(counts: Uint32Array): Column['states'] {
  const [dk = 0, pns = 0, skipped = 0, notShown = 0] = counts
  return { dk, pns, skipped, not_shown: notShown }
}
