import { profileQuestion, questionsOf, regionOf, tabledQuestions, type Questionnaire } from '#surveys'
import type { Column, PrintedCount, Table } from '../table.ts'
import { nameOf, parentsOf, sizeOf, type Group, type Nesting, type Population } from './groups.ts'
import type { Noise } from './noise.ts'
import type { Policy } from './policy.ts'
import { isTop, printedCount } from './thresholds.ts'

/** A group, its true size and key, and its size as it may be printed. */
export type Sized = {
  readonly group: Group
  readonly size: number
  readonly key: bigint
  readonly printed: PrintedCount
}

export type ToSize = {
  readonly tables: readonly Table[]
  readonly population: Population
  readonly questionnaire: Questionnaire
  readonly policy: Policy
}

/** Every group of the tables by name, each with one printed size. @throws RangeError when two tables disagree */
export function sizesOf({ tables, policy, population }: ToSize, noise: Noise): ReadonlyMap<string, Sized> {
  const responses = sizeOf(population)
  const sizes = new Map<string, Sized>()
  for (const { by, columns } of tables) {
    for (const { values, size, key } of columns) {
      const group = { by, values }
      const name = nameOf(group)
      const known = sizes.get(name)
      if (known !== undefined && (known.size !== size || known.key !== key)) {
        throw new RangeError(`two tables disagree about the group ${name}`)
      }
      if (known !== undefined) continue
      // How many answered in all is public with every release; no group is larger than that.
      const noisy = by.length === 0 ? size : Math.min(noise.size(key, size), responses)
      sizes.set(name, { group, size, key, printed: printedCount(noisy, policy) })
    }
  }
  return sizes
}

/** Who answered a question in a group, as it may be printed. @param size the printed size of the group */
export function printedBase(column: Column, size: number, noise: Noise, policy: Policy): PrintedCount {
  return printedCount(Math.min(noise.base(column.key, column.answeredKey, column.answered), size), policy)
}

/** Groups that are large enough to be shown, by their printed sizes: the rest is hidden whatever their neighbours. */
export function largeEnough(
  input: ToSize,
  sizes: ReadonlyMap<string, Sized>,
  noise: Noise
): readonly Sized[] {
  const nearly = nearlyAll(input, sizes, noise)
  const country = countryOf(input.questionnaire)
  return [...sizes.values()].filter(({ group, printed }) => {
    if (printed.n === null || group.by.length === 0 || nearly.has(nameOf(group))) return false
    const place = country === undefined ? -1 : group.by.indexOf(country)
    if (country === undefined || place < 0) return true
    const alone = sizes.get(nameOf({ by: [country], values: [group.values[place] ?? ''] }))
    return (alone?.printed.n ?? 0) >= input.policy.countryFrom
  })
}

export function countryOf(questionnaire: Questionnaire): string | undefined {
  return questionsOf(questionnaire).find(one => 'profile' in one && one.profile === 'country')?.id
}

/** Region and country of a questionnaire that has both, whether the region is asked or follows from the country. */
export function nestingOf(questionnaire: Questionnaire): Nesting | undefined {
  const questions = tabledQuestions(questionnaire)
  const region = profileQuestion(questions, 'region')
  const country = profileQuestion(questions, 'country')
  return region === undefined || country === undefined
    ? undefined
    : { finer: country.id, coarser: region.id, around: regionOf }
}

/** Groups whose count is top-coded where their breakdown is the question: their size would tell it. */
function nearlyAll(
  { tables, population, policy }: ToSize,
  sizes: ReadonlyMap<string, Sized>,
  noise: Noise
): ReadonlySet<string> {
  const bases = new Map<string, number>()
  const asked = tables.filter(({ question }) => population.breakdowns.includes(question))
  for (const { question, by, columns } of asked) {
    for (const column of columns) {
      const whole = nameOf({ by, values: column.values })
      const base = printedBase(column, sizes.get(whole)?.printed.n ?? 0, noise, policy)
      if (base.n !== null) bases.set(JSON.stringify([question, whole]), base.n)
    }
  }
  const found = [...sizes.values()].filter(({ group, printed }) =>
    parentsOf(group).some((whole, index) => {
      const base = bases.get(JSON.stringify([group.by[index], nameOf(whole)]))
      return base !== undefined && printed.n !== null && isTop(Math.min(printed.n, base), base, policy)
    })
  )
  return new Set(found.map(({ group }) => nameOf(group)))
}
