import type pg from 'pg'
import { stored } from '../database/stored.ts'
import { ok, problem, type Check, type Finding } from './check.ts'

const asItWas = 'Nobody but a newer Earshot changes tables: bring back the copy made before that.'

/** What grows with the people who answer has no place for who, when, in which order, or with what. */
export const schemaShape: Check = {
  name: 'schema',
  async look({ pool }) {
    const tables = stored().ofRespondents
    const names = tables.map(({ name }) => name)
    const found = [
      ...(await findingsOf(pool, names, forbiddenColumns)),
      ...(await findingsOf(pool, names, foreignKeys)),
      ...(await findingsOf(pool, names, triggers)),
      ...(await strangeColumns(pool, tables)),
      ...(await readableIds(pool)),
      ...(await lengths(pool))
    ]
    if (found.length > 0) return found
    const { rows } = await pool.query<{ count: number }>(
      'select count(*)::integer as count from drizzle.__drizzle_migrations'
    )
    return [
      ok(
        `${rows[0]?.count ?? 0} migrations; ${names.length} tables about respondents without time, number, address or tie.`
      )
    ]
  }
}

const forbiddenColumns = `
  select format('%s.%s is %s', relname, attname, format_type(atttypid, atttypmod)) as what
  from pg_attribute a join pg_class c on c.oid = attrelid join pg_type t on t.oid = atttypid
    left join pg_attrdef d on d.adrelid = attrelid and d.adnum = attnum
  where relnamespace = 'public'::regnamespace and relname = any ($1) and attnum > 0 and not attisdropped
    and (typcategory in ('D', 'T', 'I') or typname like 'macaddr%' or attidentity <> ''
      or pg_get_expr(adbin, adrelid) ~ 'nextval|now|timestamp|inet|uuidv7')`

const foreignKeys = `
  select format('%s is tied to %s', conrelid::regclass, confrelid::regclass) as what from pg_constraint
  where contype = 'f' and (conrelid in (select oid from pg_class where relname = any ($1))
    or confrelid in (select oid from pg_class where relname = any ($1)))`

const triggers = `
  select format('%s has the trigger %s', relname, tgname) as what
  from pg_trigger join pg_class c on c.oid = tgrelid
  where not tgisinternal and relnamespace = 'public'::regnamespace and relname = any ($1)`

async function findingsOf(pool: pg.Pool, names: readonly string[], query: string): Promise<Finding[]> {
  const { rows } = await pool.query<{ what: string }>(query, [names])
  return rows.map(({ what }) => problem(`${what}, which no table about respondents may.`, asItWas))
}

type Table = { readonly name: string; readonly columns: readonly string[] }

async function strangeColumns(pool: pg.Pool, tables: readonly Table[]): Promise<Finding[]> {
  const { rows } = await pool.query<{ table: string; columns: string[] }>(
    `select relname as "table", array_agg(attname::text) as columns
    from pg_class c join pg_attribute on attrelid = c.oid
    where relnamespace = 'public'::regnamespace and relname = any ($1) and attnum > 0 and not attisdropped
    group by relname`,
    [tables.map(({ name }) => name)]
  )
  return tables.flatMap(({ name, columns }) => {
    const there = rows.find(({ table }) => table === name)?.columns ?? []
    const strange = there.filter(column => !columns.includes(column))
    const missing = columns.filter(column => !there.includes(column))
    return [
      ...strange.map(column => problem(`${name}.${column} is none of ours.`, asItWas)),
      ...missing.map(column => problem(`${name}.${column} is missing.`, asItWas))
    ]
  })
}

/** Only uuids of version 4 are nothing but chance. */
async function readableIds(pool: pg.Pool): Promise<Finding[]> {
  const { rows } = await pool.query<{ table: string }>(
    ['responses', 'remarks', 'waiting']
      .map(
        name =>
          `select '${name}' as "table" where exists (select from ${name} where substr(id::text, 15, 1) <> '4')`
      )
      .join(' union all ')
  )
  return rows.map(({ table }) => problem(`${table} has ids that are not random (uuid version 4).`, asItWas))
}

/** A length of its own would tell a sealed answer from the others. */
async function lengths(pool: pg.Pool): Promise<Finding[]> {
  const { rows } = await pool.query<{ version: string }>(
    'select version_id as version from waiting group by version_id having count(distinct octet_length(sealed)) > 1'
  )
  return rows.map(({ version }) =>
    problem(
      `Sealed answers of the version ${version} have several lengths.`,
      'Report it: that is a fault of Earshot. Pour them before anybody copies the database.'
    )
  )
}
