import { Check } from 'typebox/value'
import type { Questionnaire } from '#surveys'
import { canonicalJson } from '../canonical.ts'
import { printLive, type ToPrintLive } from '../live/printing.ts'
import type { AnyRelease, LiveRelease } from '../live/release.ts'
import { StoredLiveRelease } from '../live/schema.ts'
import type { LiveTable } from '../live/table.ts'
import { StoredRelease } from '../release-schema.ts'
import type { Release } from '../release.ts'
import type { PrintedCount, PrintedTable, Table } from '../table.ts'
import { sizeOf, type Group, type Population } from './groups.ts'
import { noiseOf } from './noise.ts'
import type { Prf } from './perturbation.ts'
import type { Policy } from './policy.ts'
import { print, printingOf } from './printing.ts'
import { printedCount } from './thresholds.ts'

declare const protectedBrand: unique symbol

/** A table that may leave this folder. Only `protect` and `reopen`, both in this file, make one. */
export type ProtectedTable = PrintedTable & { readonly [protectedBrand]: true }

/** What may be shown while answers still come in. Only `protectLive` and `reopenAny` make one. */
export type ProtectedLiveTable = LiveTable & { readonly [protectedBrand]: true }

/** A count that stands in no table and may leave this folder. Only `protectCount` and `reopen` make one. */
export type ProtectedCount = PrintedCount & { readonly [protectedBrand]: true }

/** The wall at run time too: what this file made, and nothing else, is in here. */
const made = new WeakSet<object>()

/** For renderers that want to be sure. @throws RangeError for a table that neither `protect` nor `reopen` made */
export function assertProtected(table: PrintedTable): asserts table is ProtectedTable {
  if (!made.has(table)) throw new RangeError('not a protected table')
}

/** The same for a table of a live release. @throws RangeError for one that neither `protectLive` nor `reopenAny` made */
export function assertProtectedLive(table: LiveTable): asserts table is ProtectedLiveTable {
  if (!made.has(table)) throw new RangeError('not a protected table of a live release')
}

/** The same for a count by itself. @throws RangeError for one that neither `protectCount` nor `reopen` made */
export function assertProtectedCount(count: PrintedCount): asserts count is ProtectedCount {
  if (!made.has(count)) throw new RangeError('not a protected count')
}

export type ToProtect = {
  /** All planned tables of the release, each question for all respondents among them. */
  readonly tables: readonly Table[]
  readonly population: Population
  /** All releases before this one, in any order: who answered, which is not public, and what was printed. */
  readonly earlier: readonly { readonly population: Population; readonly tables: readonly ProtectedTable[] }[]
  readonly questionnaire: Questionnaire
  readonly policy: Policy
  readonly prf: Prf
}

/**
 * True counts in, printed numbers out: noise keyed by group, thresholds, top-coding, group differences.
 *
 * @returns the tables in the order in which they came, frozen; the same input gives the same tables
 * @throws RangeError when tables and population disagree, or the population lacks people of an earlier release
 */
export function protect(input: ToProtect): readonly ProtectedTable[] {
  // Responses are only ever added, so the number of people is the order of time.
  const earlier = input.earlier
    .map(({ population, tables }) => ({ population, groups: groupsIn(tables) }))
    .sort((a, b) => sizeOf(a.population) - sizeOf(b.population))
  const printing = printingOf({ ...input, earlier })
  return input.tables.map(table => mark(print(table, printing)))
}

/** The groups of which tables print something. */
function groupsIn(tables: readonly PrintedTable[]): readonly Group[] {
  return tables
    .filter(({ by }) => by.length > 0)
    .flatMap(({ by, columns }) =>
      columns.filter(column => column.size.n !== null).map(({ values }): Group => ({ by, values }))
    )
}

export type ToProtectCount = {
  readonly question: string
  /** True count among all respondents. */
  readonly count: number
  readonly responses: number
  /** Sum of the record keys of all responses, modulo 2^64. */
  readonly key: bigint
  readonly policy: Policy
  readonly prf: Prf
}

/** How many wrote something for an open question, as it may be printed. */
export function protectCount({
  question,
  count,
  responses,
  key,
  policy,
  prf
}: ToProtectCount): ProtectedCount {
  const noisy = noiseOf(policy, prf).written(key, question, count)
  return markCount(printedCount(Math.min(noisy, responses), policy))
}

export type ToProtectLive = Omit<ToPrintLive, 'before'> & {
  /** The live release before this one, if any; see `ProtectedLive`. */
  readonly before: ProtectedLive | null
}

/** The tables of a live release, and what the next one needs of them and nobody may see. */
export type ProtectedLive = {
  readonly tables: readonly ProtectedLiveTable[]
  /** By question, the printed base of its table when it was last worked out anew. A count: not public. */
  readonly bases: Readonly<Record<string, number>>
}

/**
 * True counts in, what may be shown while answers still come in out: noise keyed by group, shares in steps, words on small
 * bases, no counts; a table that may not be renewed yet is the one of the release before.
 */
export function protectLive(input: ToProtectLive): ProtectedLive {
  const printed = printLive(input)
  return { tables: printed.map(({ table }) => markLive(table)), bases: basesOf(printed) }
}

function basesOf(printed: ReturnType<typeof printLive>): ProtectedLive['bases'] {
  return Object.fromEntries(printed.map(({ table, base }) => [table.question, base]))
}

export type ToReopen = {
  /** The canonical bytes as they were stored. */
  readonly stored: string
  /**
   * Their SHA-256 as it was stored beside them, hexadecimal. It finds damage. Against somebody who changes bytes and
   * hash alike stands what has left the house: the hash that was printed, and the releases chained to it.
   */
  readonly hash: string
  readonly sha256: (text: string) => string
}

/**
 * A stored release of either sort, whole and unchanged.
 *
 * @throws RangeError when a byte differs from what was hashed, or when it is no release of these schemas
 */
export function reopenAny({ stored, hash, sha256 }: ToReopen): AnyRelease {
  if (sha256(stored) !== hash) throw new RangeError('a stored release does not have its hash')
  const release: unknown = JSON.parse(stored)
  if (!Check(StoredRelease, release) && !Check(StoredLiveRelease, release))
    throw new RangeError('a stored release does not have its schema')
  if (canonicalJson(release) !== stored) throw new RangeError('a stored release is not in canonical form')
  if (release.schema === 'earshot.live/1') return { ...release, tables: release.tables.map(markLive) }
  const { declared, ...rest } = release
  return {
    ...rest,
    tables: release.tables.map(mark),
    ...(declared && { declared: declared.map(mark) }),
    written: release.written.map(({ question, count }) => ({ question, count: markCount(count) }))
  }
}

/** The same for one that was made after the close. @throws RangeError also for a live release */
export function reopen(input: ToReopen): Release {
  const release = reopenAny(input)
  if (release.schema === 'earshot.live/1') throw new RangeError('a live release is no final one')
  return release
}

/** The same for a live one. @throws RangeError also for a release that was made after the close */
export function reopenLive(input: ToReopen): LiveRelease {
  const release = reopenAny(input)
  if (release.schema !== 'earshot.live/1') throw new RangeError('a final release is no live one')
  return release
}

function mark(table: PrintedTable): ProtectedTable {
  freeze(table)
  made.add(table)
  assertProtected(table)
  return table
}

function markLive(table: LiveTable): ProtectedLiveTable {
  freeze(table)
  made.add(table)
  assertProtectedLive(table)
  return table
}

function markCount(count: PrintedCount): ProtectedCount {
  freeze(count)
  made.add(count)
  assertProtectedCount(count)
  return count
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  Object.freeze(value)
  Object.values(value).forEach(freeze)
}
