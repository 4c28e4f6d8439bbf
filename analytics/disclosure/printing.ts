import { type Column, type Extra, type PrintedColumn, type PrintedTable, type Table } from '../table.ts'
import { isDeclared } from '../tabulate/declared.ts'
import { publishedGroups, type EarlierGroups } from './differences.ts'
import { nameOf, within } from './groups.ts'
import { noiseOf, type Noise } from './noise.ts'
import type { Prf } from './perturbation.ts'
import type { Policy } from './policy.ts'
import { countryOf, largeEnough, nestingOf, printedBase, sizesOf, type Sized, type ToSize } from './sizes.ts'
import { printedCell, printedCount } from './thresholds.ts'
import { waysOf, type Ways } from './ways.ts'

/** Everything that decides how the tables of one release are printed. */
export type Printing = {
  readonly policy: Policy
  readonly noise: Noise
  /** Every group of the tables, by name. */
  readonly sizes: ReadonlyMap<string, Sized>
  /** Names of the groups whose answers may be shown. */
  readonly published: ReadonlySet<string>
  /** Names of groups that are large enough and yet too near to others. */
  readonly withheld: ReadonlySet<string>
  readonly breakdowns: readonly string[]
  readonly country: string | undefined
  readonly ways: Ways
}

export type ToPrint = ToSize & { readonly earlier: readonly EarlierGroups[]; readonly prf: Prf }

export function printingOf(input: ToPrint): Printing {
  const { policy, population, earlier } = input
  const noise = noiseOf(policy, input.prf)
  const sizes = sizesOf(input, noise)
  const candidates = largeEnough(input, sizes, noise).map(({ group, size }) => ({ ...group, size }))
  const published = publishedGroups({
    population,
    candidates,
    earlier,
    difference: policy.difference,
    nesting: nestingOf(input.questionnaire)
  })
  const withheld = new Set(candidates.map(nameOf).filter(name => !published.has(name)))
  const country = countryOf(input.questionnaire)
  return {
    policy,
    noise,
    sizes,
    published,
    withheld,
    breakdowns: population.breakdowns,
    country,
    ways: waysOf(input.questionnaire)
  }
}

/** A table with printed numbers only. Groups that may not be shown look alike, whatever the reason. */
export function print(table: Table, printing: Printing): PrintedTable {
  const { question, by } = table
  const columns = table.columns.map(column => printColumn(table, column, printing))
  // There are too many countries to list those that are not shown.
  const listed =
    printing.country !== undefined && by.includes(printing.country)
      ? columns.filter(column => column.size.n !== null)
      : columns
  return { question, by, ...(table.places !== undefined && { places: table.places }), columns: listed }
}

function printColumn(table: Table, column: Column, printing: Printing): PrintedColumn {
  const group = { by: table.by, values: column.values }
  const size = printing.sizes.get(nameOf(group))?.printed.n ?? null
  if (size === null || !printing.published.has(nameOf(group))) return hiddenColumn(table, column, printing)
  const { policy, noise } = printing
  const { question } = table
  // A part is never printed larger than what it is part of; that moves a number towards the truth or leaves it
  // within reach of the noise of the whole: see docs/disclosure-control.md.
  const base = isDeclared(question) ? printedCount(size, policy) : printedBase(column, size, noise, policy)
  const most = base.n ?? 0
  const noisy = table.codes.map((code, index) =>
    Math.min(noisyOption(table, column, code, column.chosen[index] ?? 0, printing), most)
  )
  return {
    values: column.values,
    size: printedCount(size, policy),
    base,
    cells: table.codes.map((code, index) => printedCell(code, noisy[index] ?? 0, base, policy)),
    ...(hasExtras(table, printing) && {
      extras: table.extras.map((extra, index) => {
        const drawn = noise.option(column.key, question, extra.code, column.extra[index] ?? 0)
        const parts = extra.of.map(code => noisy[table.codes.indexOf(code)] ?? 0)
        return printedCell(extra.code, Math.min(beside(extra, drawn, parts), most), base, policy)
      })
    }),
    states: printing.ways.of(question).map(state => {
      const place = printing.ways.keyOf(question, state, column.answeredKey)
      const drawn = noise.state(column.key, place, state, column.states[state])
      return { state, ...printedCount(Math.min(drawn, size), policy) }
    })
  }
}

/** The answers to a breakdown question are groups; two of them together would be one more, which nothing weighs. */
function hasExtras({ question, extras }: Table, { breakdowns }: Printing): boolean {
  return extras.length > 0 && !breakdowns.includes(question)
}

/**
 * Two answers together are never printed as fewer than one of them, a first choice never as more than all who named
 * the answer at all.
 *
 * @param drawn the noisy count of the extra
 * @param parts the noisy counts of its answers
 */
function beside({ kind }: Extra, drawn: number, parts: readonly number[]): number {
  return kind === 'top2' ? Math.max(drawn, ...parts) : Math.min(drawn, ...parts)
}

/**
 * The answer to a breakdown question makes a group: those who gave it are counted once, as the size of that
 * group, here too, and stay hidden where the group may not be shown.
 */
function noisyOption(table: Table, column: Column, code: string, count: number, printing: Printing): number {
  const { question } = table
  const group = within({ by: table.by, values: column.values }, question, code)
  const sized = printing.sizes.get(nameOf(group))
  if (!printing.breakdowns.includes(question) || sized === undefined || sized.size !== count) {
    return printing.noise.option(column.key, question, code, count)
  }
  // A country too small to be a breakdown may still be counted among all respondents.
  const counted = group.by.length === 1 && !printing.withheld.has(nameOf(group))
  return counted || printing.published.has(nameOf(group)) ? (sized.printed.n ?? 0) : 0
}

function hiddenColumn(table: Table, { values }: Column, printing: Printing): PrintedColumn {
  const hidden = { n: null, status: 'c' as const }
  return {
    values,
    size: hidden,
    base: hidden,
    cells: table.codes.map(code => ({ code, percent: null, ...hidden })),
    ...(hasExtras(table, printing) && {
      extras: table.extras.map(({ code }) => ({ code, percent: null, ...hidden }))
    }),
    states: printing.ways.of(table.question).map(state => ({ state, ...hidden }))
  }
}
