import { perturbationTable, probabilitiesOf, rowOf } from '../../../../analytics/disclosure/perturbation.ts'
import { defaultPolicy } from '../../../../analytics/disclosure/policy.ts'
import type { PrintedTable } from '../../../../analytics/table.ts'

/**
 * An exact posterior by going through every possibility, with none of the audit's code: of the parts of one group and of
 * who is left, from the numbers of one option and nothing else, every combination as likely as any other beforehand.
 */
export type Star = {
  readonly whole: number
  readonly parts: readonly (number | null)[]
  readonly hasRest: boolean
}

const { D } = defaultPolicy.noise
const table = perturbationTable(defaultPolicy.noise)

/** The probability that a true count is printed like this: a number, or hidden. */
function chance(truth: number, printed: number | null): number {
  const { noise } = rowOf(table, truth)
  return probabilitiesOf(rowOf(table, truth)).reduce((sum, p, index) => {
    const noisy = truth + (noise[index] ?? 0)
    return (printed === null ? noisy < defaultPolicy.countFrom : noisy === printed) ? sum + p : sum
  }, 0)
}

function possible(printed: number | null): readonly (readonly [number, number])[] {
  const from = printed === null ? 0 : Math.max(0, printed - D)
  const to = printed === null ? defaultPolicy.countFrom - 1 + D : printed + D
  return Array.from({ length: to - from + 1 }, (_, index): [number, number] => {
    return [from + index, chance(from + index, printed)]
  })
}

/** For each part, and at last for the rest, the largest posterior of one count from 0 to 9. */
export function surest({ whole, parts, hasRest }: Star): readonly number[] {
  const wholes = possible(whole)
  const least = wholes[0]?.[0] ?? 0
  const likely = new Map(wholes)
  const beliefs = Array.from({ length: parts.length + (hasRest ? 1 : 0) }, () => new Map<number, number>())
  const lists = parts.map(possible)
  const chosen = parts.map(() => 0)
  const go = (at: number, sum: number, weight: number): void => {
    const list = lists[at]
    if (list !== undefined) {
      for (const [truth, p] of list) {
        chosen[at] = truth
        if (p > 0) go(at + 1, sum + truth, weight * p)
      }
      return
    }
    const last = hasRest ? whole + D - sum : 0
    for (let rest = hasRest ? Math.max(0, least - sum) : 0; rest <= last; rest += 1) {
      const p = weight * (likely.get(sum + rest) ?? 0)
      if (p === 0) continue
      ;[...chosen, rest].slice(0, beliefs.length).forEach((count, place) => {
        const belief = beliefs[place]
        belief?.set(count, (belief.get(count) ?? 0) + p)
      })
    }
  }
  go(0, 0, 1)
  return beliefs.map(belief => {
    const total = [...belief.values()].reduce((sum, p) => sum + p, 0)
    return Math.max(0, ...[...belief].filter(([count]) => count <= 9).map(([, p]) => p / total))
  })
}

/** Every option of a question by one breakdown of at most three shown groups, where nothing else is known of the option. */
export function starsOf(tables: readonly PrintedTable[]): readonly (Star & { readonly question: string })[] {
  return tables
    .filter(({ by }) => by.length === 1)
    .flatMap(({ question, columns }) => {
      const all = tables.find(one => one.question === question && one.by.length === 0)?.columns[0]
      const shown = columns.filter(({ size, base }) => size.n !== null && base.n !== null)
      if (all === undefined || shown.length === 0 || shown.length > 3) return []
      return all.cells.flatMap(({ code, n, status }) => {
        const cells = shown.map(column => column.cells.find(cell => cell.code === code))
        if (n === null || status === 't' || cells.some(cell => cell?.status === 't')) return []
        const parts = cells.map(cell => cell?.n ?? null)
        return [{ question, whole: n, parts, hasRest: shown.length < columns.length }]
      })
    })
}
