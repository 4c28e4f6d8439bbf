import { everyone, nameOf, type Group } from '../groups.ts'
import { addEvidence, addUnknown, emptyGraph, type Graph } from './graph.ts'
import { size, type Reading } from './readings.ts'
import type { Shape } from './shape.ts'

/** People of whom counts are unknown: a group, what is left of one, or who joined one. Indices in the order of names. */
export type Counted = { readonly counts: readonly number[] }

/** One table as it was read: who is in its columns, and what these say. */
export type ReadTable = {
  readonly by: readonly string[]
  readonly columns: readonly { readonly group: Group; readonly said: Reading }[]
  /** Whether every value of its breakdowns has a column. */
  readonly whole: boolean
}

/** A release as it was read, with its tables by fewer breakdowns first. */
export type ReadRelease = { readonly responses: number; readonly tables: readonly ReadTable[] }

/**
 * The counts of one question in all groups of all releases, and all sums that they stand in: within a group, of a group
 * and its parts, of a group now and before.
 */
export function latticeOf(shape: Shape, releases: readonly ReadRelease[]): Graph {
  const graph = emptyGraph()
  const named = new Set(releases.at(-1)?.tables.map(({ by }) => by.join(' ')))
  // The last two of the same people at the same moment are one: what was printed again is no news.
  const latest = new Map<string, { readonly counted: Counted; readonly responses: number }>()
  for (const [at, { responses, tables }] of releases.entries()) {
    const isNews = at === releases.length - 1
    const people = new Map<string, Counted>()
    const add = (by: readonly string[], most: number, isGroup: boolean): Counted =>
      addCounted(graph, shape, most, { by, asked: named.has(by.join(' ')), isNews, isGroup })
    for (const { by, columns } of tables) {
      for (const { group, said } of columns) {
        if (said.size === 0) continue
        const name = nameOf(group)
        const before = latest.get(name)
        const same = people.get(name) ?? (before?.responses === responses ? before.counted : undefined)
        const counted = same ?? add(by, responses, true)
        if (name === nameOf(everyone)) fix(graph, shape, counted, responses)
        for (const [name, index] of counted.counts.entries())
          addEvidence(graph, index, said.get(shape.names[name] ?? ''), isNews)
        people.set(name, counted)
        if (same !== undefined) continue
        if (before !== undefined) {
          const joined = add(by, responses - before.responses, false)
          relate(graph, counted, [before.counted, joined])
        }
        latest.set(name, { counted, responses })
      }
    }
    divide(graph, tables, people, by => add(by, responses, false))
  }
  return graph
}

/** Every group of a table by its parts in another; parts that are not shown are one unknown rest. */
function divide(
  graph: Graph,
  tables: readonly ReadTable[],
  people: ReadonlyMap<string, Counted>,
  addRest: (by: readonly string[]) => Counted
): void {
  const hidden = new Map<string, Counted>()
  for (const { by, columns, whole } of tables) {
    for (const left of by.keys()) {
      const families = new Map<string, ReadTable['columns'][number][]>()
      for (const column of columns) {
        const name = nameOf(withoutOne(column.group, left))
        const family = families.get(name)
        if (family === undefined) families.set(name, [column])
        else family.push(column)
      }
      for (const [name, family] of families) {
        const parent = people.get(name)
        const shown = family.flatMap(({ group }) => people.get(nameOf(group)) ?? [])
        if (parent === undefined || shown.length === 0) continue
        const unseen = family.map(({ group }) => nameOf(group)).filter(each => !people.has(each))
        const [only] = unseen
        const parts = [...shown]
        if (whole && only !== undefined && unseen.length === 1) {
          // One that is not shown may be what is left of two groups: then it is the same people.
          const rest = hidden.get(only) ?? addRest(by)
          hidden.set(only, rest)
          parts.push(rest)
        } else if (!whole || unseen.length > 0) parts.push(addRest(by))
        relate(graph, parent, parts, by)
      }
    }
  }
}

function withoutOne({ by, values }: Group, left: number): Group {
  return { by: by.filter((_, at) => at !== left), values: values.filter((_, at) => at !== left) }
}

function relate(graph: Graph, whole: Counted, parts: readonly Counted[], by?: readonly string[]): void {
  whole.counts.forEach((count, at) => {
    const each = parts.flatMap(part => part.counts[at] ?? [])
    graph.sums.push({ whole: count, parts: each, alone: false, ...(by !== undefined && { by }) })
  })
}

function addCounted(
  graph: Graph,
  shape: Shape,
  most: number,
  { by, asked, isNews, isGroup }: { by: readonly string[]; asked: boolean; isNews: boolean; isGroup: boolean }
): Counted {
  const counts = shape.names.map(name =>
    // Sizes are looked at by themselves: they stand in the tables of all questions.
    addUnknown(graph, most, { by, isNews, asked: asked && (name !== size || shape.names.length === 1) })
  )
  const of = (name: string): number => counts[shape.names.indexOf(name)] ?? -1
  for (const { whole, parts } of shape.sums) {
    graph.sums.push({ whole: of(whole), parts: parts.map(of), alone: false })
  }
  for (const { whole, part, told } of shape.within) {
    if (told && !isGroup) continue
    const others = addUnknown(graph, most, { by, asked, isNews, none: 'everybody' })
    graph.sums.push({ whole: of(whole), parts: [of(part), others], alone: told })
  }
  return { counts }
}

/** How many there are in all is public. */
function fix(graph: Graph, shape: Shape, { counts }: Counted, responses: number): void {
  const unknown = graph.unknowns[counts[shape.names.indexOf(size)] ?? -1]
  if (unknown === undefined) return
  unknown.from = responses
  unknown.to = responses
}
