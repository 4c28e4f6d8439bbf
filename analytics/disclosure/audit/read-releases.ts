import { questionsOf, type Questionnaire } from '#surveys'
import type { PrintedTable } from '../../table.ts'
import { everyone } from '../groups.ts'
import type { Policy } from '../policy.ts'
import type { ReadRelease, ReadTable } from './lattice.ts'
import { readLive } from './live-readings.ts'
import type { PublishedBefore, ToAudit } from './published.ts'
import { readColumn, size, type Reading, type ToRead } from './readings.ts'
import type { Shape } from './shape.ts'

/** Tables of one question as an attacker reads them, release by release. */
export function readQuestion(
  { questionnaire, policy, releases }: ToAudit,
  id: string,
  shape: Shape
): ReadRelease[] {
  return releases.map(release => {
    const { responses } = release
    const own = release.tables.filter(({ question }) => question === id)
    // A question whose table by this has been left out is told nothing of by this; sizes stand elsewhere still.
    const tables = own.map(table =>
      readTable(table, questionnaire, {
        policy,
        responses,
        ofGroups: breakdownsIn(release).has(id),
        extras: shape.extras
      })
    )
    return { responses, tables: [...tables, ...sharesOf(release, id, policy)].sort(fewerFirst) }
  })
}

/** The sizes of all groups, wherever they are printed. */
export function readSizes({ questionnaire, policy, releases }: ToAudit): ReadRelease[] {
  return releases.map(({ responses, tables }) => ({
    responses,
    // A group has one size: the tables of one question by this are enough.
    tables: [...new Map(tables.map(table => [table.by.join(' '), table])).values()]
      .map(table =>
        readTable(table, questionnaire, { policy, responses, ofGroups: false, extras: [] }, [size])
      )
      .sort(fewerFirst)
  }))
}

function readTable(
  table: PrintedTable,
  questionnaire: Questionnaire,
  how: ToRead,
  only?: readonly string[]
): ReadTable {
  const country = questionsOf(questionnaire).find(one => 'profile' in one && one.profile === 'country')?.id
  return {
    by: table.by,
    // Countries that are not shown are not even listed.
    whole: country === undefined || !table.by.includes(country),
    columns: table.columns.map(column => {
      const said = readColumn(column, how)
      return {
        group: { by: table.by, values: column.values },
        said: only === undefined ? said : pick(said, only)
      }
    })
  }
}

function sharesOf({ shares = [], responses }: PublishedBefore, id: string, policy: Policy): ReadTable[] {
  return shares
    .filter(({ table, responses: then }) => table.question === id && then === responses)
    .map(published => ({
      by: [],
      whole: true,
      columns: [{ group: everyone, said: readLive(published, policy) }]
    }))
}

/** Questions by which a release splits its tables. */
export function breakdownsIn({ tables }: PublishedBefore): ReadonlySet<string> {
  return new Set(tables.flatMap(({ by }) => by))
}

function pick(said: Reading, names: readonly string[]): Reading {
  return new Map([...said].filter(([name]) => names.includes(name)))
}

function fewerFirst(a: ReadTable, b: ReadTable): number {
  return a.by.length - b.by.length
}
