import type pg from 'pg'
import { ok, type Finding } from './check.ts'

/** A setting of PostgreSQL and how it should be; settings that this server does not have are passed over. */
export type Rule = {
  readonly name: string
  readonly isFine: (value: string) => boolean
  /** Why another value does harm: a clause after "which". */
  readonly harm: string
  /** The value to be set; SQL, quoted. */
  readonly wanted: string
  readonly state: 'warning' | 'problem'
  /** Whether the server must be started anew. */
  readonly restart?: true
}

/** @returns a finding for each setting that is not as it should be, or `fine` where all are */
export async function settingsFindings(
  pool: pg.Pool,
  rules: readonly Rule[],
  fine: string
): Promise<readonly Finding[]> {
  const general = await generalSettings(pool)
  const forAll = rules.flatMap((rule): Finding[] => {
    const value = general.get(rule.name)
    if (value === undefined || rule.isFine(value)) return []
    const after = rule.restart ? 'and start PostgreSQL anew.' : 'SELECT pg_reload_conf();'
    return [findingOf(rule, value, '', `ALTER SYSTEM SET ${rule.name} = ${rule.wanted}; ${after}`)]
  })
  const own = (await ownSettings(pool)).flatMap(({ of, name, value }): Finding[] => {
    const rule = rules.find(each => each.name === name)
    if (rule === undefined || rule.isFine(value)) return []
    return [findingOf(rule, value, ` for ${of}`, `ALTER ${of} RESET ${name};`)]
  })
  const found = [...forAll, ...own]
  return found.length > 0 ? found : [ok(fine)]
}

function findingOf({ name, harm, state }: Rule, value: string, whose: string, remedy: string): Finding {
  return { state, says: `${name} is ${value === '' ? 'empty' : value}${whose}, which ${harm}.`, remedy }
}

/** Settings by name, as this connection has them. Those that only superusers may read are left out. */
export async function settingsNamed(
  pool: pg.Pool,
  names: readonly string[]
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ name: string; value: string }>(
    'select name, current_setting(name) as value from pg_settings where name = any ($1)',
    [names]
  )
  return new Map(rows.map(({ name, value }) => [name, value]))
}

/** What holds where nothing is set for a database or a role. */
async function generalSettings(pool: pg.Pool): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ name: string; value: string }>(
    `select name, current_setting(name) as value from pg_settings
    where source not in ('database', 'user', 'database user', 'client', 'session')`
  )
  return new Map(rows.map(({ name, value }) => [name, value]))
}

/** What is set for our database and for roles that work with it; `of` is written as ALTER takes it. */
async function ownSettings(pool: pg.Pool): Promise<{ of: string; name: string; value: string }[]> {
  const { rows } = await pool.query<{ of: string; name: string; value: string }>(
    `select case when setrole <> 0 then concat_ws(' IN ', 'ROLE ' || quote_ident(rolname), 'DATABASE ' || quote_ident(datname))
        when setdatabase <> 0 then 'DATABASE ' || quote_ident(datname) else 'ROLE ALL' end as of,
      split_part(setting, '=', 1) as name, substr(setting, strpos(setting, '=') + 1) as value
    from pg_db_role_setting left join pg_roles r on r.oid = setrole left join pg_database d on d.oid = setdatabase,
      unnest(setconfig) as setting
    where (setdatabase = 0 or datname = current_database())
      and (setrole = 0 or rolname ~ '^earshot_' or rolname = current_user)
    order by 1, 2`
  )
  return rows
}

export const isOff = (value: string): boolean => value === 'off'
export const isOn = (value: string): boolean => value === 'on'
export const isNever = (value: string): boolean => value === '-1'
