import { getTableConfig } from 'drizzle-orm/pg-core'
import type pg from 'pg'
import { otherGrants, tableGrants } from './grants.ts'
import { groupOf, roles, type Role } from './roles.ts'
import * as schema from './schema.ts'

/** Gives each role what `tableGrants` and `otherGrants` say and nothing else, where that is not so already. */
export async function applyGrants(client: pg.ClientBase): Promise<void> {
  const { missing, excess } = await grantsAstray(client)
  if (missing.length === 0 && excess.length === 0) return
  const groups = roles.map(groupOf).join(', ')
  // Columns go with their table.
  const statements = [
    ...['TABLES', 'SEQUENCES', 'FUNCTIONS'].map(
      kind => `REVOKE ALL ON ALL ${kind} IN SCHEMA public FROM ${groups}`
    ),
    'REVOKE ALL ON FUNCTION public.sent_in_tens(uuid), public.redeemed_in_tens(uuid, uuid) FROM PUBLIC',
    `GRANT USAGE ON SCHEMA public TO ${groups}`,
    ...wantedTables().map(
      ({ table, role, rights }) => `GRANT ${quoted(rights)} ON public.${table} TO ${groupOf(role)}`
    ),
    ...otherGrants.map(({ on, to, right }) => `GRANT ${right} ON ${on} TO ${groupOf(to)}`)
  ]
  await client.query('BEGIN')
  try {
    for (const statement of statements) await client.query(statement)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

/** Rights that are written as `table role RIGHT` or `table role RIGHT (column)`. */
export type Astray = { readonly missing: readonly string[]; readonly excess: readonly string[] }

/** What the database grants differently from what was decided; `public` is everybody. */
export async function grantsAstray(client: Pick<pg.ClientBase, 'query'>): Promise<Astray> {
  const wanted = new Set([...wantedTables().flatMap(linesOf), ...otherGrants.map(otherLine)])
  const found = new Set(await grantedLines(client))
  return {
    missing: [...wanted].filter(line => !found.has(line)).sort(),
    excess: [...found].filter(line => !wanted.has(line)).sort()
  }
}

type Wanted = { readonly table: string; readonly role: Role; readonly rights: string }

function wantedTables(): Wanted[] {
  return Object.entries(tableGrants).flatMap(([name, decided]) => {
    const table = tableNames.get(name) ?? ''
    return roles.flatMap(role => {
      const rights = decided[role]
      return rights === undefined ? [] : [{ table, role, rights }]
    })
  })
}

const tableNames = new Map(Object.entries(schema).map(([name, table]) => [name, getTableConfig(table).name]))

/** A column may have the name of a word of SQL; in the list it may stand quoted or not. */
const columnsIn = (list: string): string[] => list.replaceAll('"', '').split(', ')

function quoted(rights: string): string {
  return rights.replaceAll(/\(([^)]+)\)/g, (_, list: string) => `("${columnsIn(list).join('", "')}")`)
}

/** `SELECT, UPDATE (a, b)` is three rights. */
function linesOf({ table, role, rights }: Wanted): string[] {
  return [...rights.matchAll(/([A-Z]+)(?: \(([^)]+)\))?/g)].flatMap(([, right, columns]) =>
    columns === undefined
      ? [`${table} ${role} ${right}`]
      : columnsIn(columns).map(column => `${table} ${role} ${right} (${column})`)
  )
}

function otherLine({ on, to, right }: (typeof otherGrants)[number]): string {
  const name = /public\.(\w+)/.exec(on)?.[1] ?? on
  return `${name} ${to} ${right}`
}

/** Everything in our schema that is granted to one of the roles, or to everybody. */
export async function grantedLines(client: Pick<pg.ClientBase, 'query'>): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `with granted (name, acl, attname) as (
      select relname, relacl, null from pg_class where relnamespace = 'public'::regnamespace
      union all
      select relname, attacl, attname from pg_attribute join pg_class c on c.oid = attrelid
      where relnamespace = 'public'::regnamespace and not attisdropped
      union all
      select proname, coalesce(proacl, acldefault('f', proowner)), null from pg_proc
      where pronamespace = 'public'::regnamespace and prosecdef
    )
    select concat_ws(' ', name, coalesce(replace(rolname, 'earshot_', ''), 'public'), privilege_type,
      '(' || attname || ')') as line
    from granted cross join lateral aclexplode(acl) as x left join pg_roles r on r.oid = x.grantee
    where x.grantee = 0 or rolname = any ($1)
    order by 1`,
    [roles.map(groupOf)]
  )
  return rows.map(({ line }) => line)
}
