import { getTableColumns, is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import type { Stored } from '#views'
import * as schema from './schema.ts'

/**
 * Tables in which no row belongs to one person who answers. Any other counts as one about respondents: a table that is
 * added stands on the page about privacy, with all its columns, until somebody has thought about it and names it here.
 */
const aboutConsultations: readonly PgTable[] = [
  schema.meetings,
  schema.consultations,
  schema.comparabilities,
  schema.versions,
  schema.lifecycleEvents,
  schema.resendTurn,
  schema.waitingKeys,
  schema.tokenKeys,
  schema.cardBatches,
  schema.rooms,
  schema.answerFiles,
  schema.releases,
  schema.releasePopulations,
  schema.livePours,
  schema.helplines,
  schema.auditLog
]

/** What the database can hold, read off its schema. */
export function stored(): Stored {
  const tables = Object.values(schema)
    .filter(table => is(table, PgTable))
    .toSorted(inOrder)
  return {
    ofRespondents: tables
      .filter(table => !aboutConsultations.includes(table))
      .map(table => ({
        name: getTableConfig(table).name,
        columns: Object.values(getTableColumns(table)).map(column => column.name)
      })),
    others: tables
      .filter(table => aboutConsultations.includes(table))
      .map(table => getTableConfig(table).name)
  }
}

/** What readers look for first, then by name: the exports of a module have no order that could be counted on. */
function inOrder(one: PgTable, other: PgTable): number {
  const rank = (table: PgTable) => (table === schema.responses ? 0 : table === schema.remarks ? 1 : 2)
  return rank(one) - rank(other) || (getTableConfig(one).name < getTableConfig(other).name ? -1 : 1)
}
