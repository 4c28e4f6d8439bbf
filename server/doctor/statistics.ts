import type pg from 'pg'
import { stored } from '../database/stored.ts'
import { ok, problem, type Check } from './check.ts'

/** For the planner PostgreSQL keeps samples of what stood in a column, longer than the rows themselves. */
export const statistics: Check = {
  name: 'statistics',
  async look({ pool }) {
    const sampled = await sampledColumns(pool)
    return sampled.length === 0
      ? [ok('The planner keeps no sample of anything a person sent.')]
      : sampled.map(({ table, column }) =>
          problem(
            `The planner keeps a sample of ${table}.${column}.`,
            `ALTER TABLE ${table} ALTER COLUMN ${column} SET STATISTICS 0; ANALYZE ${table} (${column});`
          )
        )
  }
}

/** The tables about respondents as `public.name`, and their columns that are of one person and no other. */
async function sampledColumns(pool: pg.Pool): Promise<{ table: string; column: string }[]> {
  const tables = stored().ofRespondents.map(({ name }) => name)
  const { rows } = await pool.query<{ table: string; column: string }>(
    `select relname as "table", attname as "column" from pg_attribute join pg_class c on c.oid = attrelid
    where relnamespace = 'public'::regnamespace and relname = any ($1) and attnum > 0 and not attisdropped
      and attname <> all ($2) and attstattarget is distinct from 0
    order by relname, attnum`,
    [tables, sharedByMany]
  )
  return rows
}

/** What many rows have in common, and what is needed to find them. */
const sharedByMany = [
  'version_id',
  'consultation_id',
  'batch_id',
  'key_id',
  'question',
  'language',
  'age_band',
  'doubtful',
  'void'
]
