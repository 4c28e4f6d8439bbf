import { loginsOf } from '../database/logins.ts'
import { groupOf, roles } from '../database/roles.ts'
import { existingSecretIn } from '../keys/secret.ts'
import { ok, warning, type Check, type Finding, type Patient } from './check.ts'

/** Roles of PostgreSQL whose members see everything, or what others are doing at the moment. */
const allSeeing = [
  'pg_read_all_data',
  'pg_write_all_data',
  'pg_read_server_files',
  'pg_read_all_stats',
  'pg_monitor'
]

/** Whoever else can read this database: superusers can, always. */
export const whoElse: Check = {
  name: 'who else',
  async look(patient) {
    const found = [...(await mighty(patient)), ...(await granted(patient)), ...(await strangers(patient))]
    return found.length > 0 ? found : [ok('Nobody but its owner and our roles may read this database.')]
  }
}

async function mighty({ pool, config }: Patient): Promise<Finding[]> {
  const { rows } = await pool.query<{ name: string; how: string; own: boolean }>(
    `select quote_ident(r.rolname) as name, rolname = current_user as own,
        case when rolsuper then 'a superuser' else 'a member of ' || (select string_agg(g.rolname, ', ') from pg_roles g
          where g.rolname = any ($1) and pg_has_role(r.oid, g.oid, 'MEMBER')) end as how
      from pg_roles r where rolcanlogin and (rolsuper or exists (select from pg_roles g
        where g.rolname = any ($1) and pg_has_role(r.oid, g.oid, 'MEMBER')))
      order by rolname`,
    [allSeeing]
  )
  return rows.map(({ name, how, own }) => {
    if (!own)
      return warning(
        `${name} is ${how} and can read this database.`,
        `DROP ROLE ${name}; or know whose it is.`
      )
    return config.databaseUrl === undefined
      ? ok(
          `${name}, who owns the embedded database, is its one superuser; only this machine’s user has the password.`
        )
      : warning(
          `The user of DATABASE_URL, ${name}, is ${how}.`,
          'Give Earshot a user of its own that owns its database and may make roles (CREATEROLE), and nothing more.'
        )
  })
}

/** Rights on our tables that somebody gave to somebody. */
async function granted({ pool }: Patient): Promise<Finding[]> {
  const { rows } = await pool.query<{ name: string; on: string }>(
    `select quote_ident(r.rolname) as name, string_agg(distinct relname::text, ', ') as "on"
      from pg_class c cross join aclexplode(relacl) x join pg_roles r on r.oid = x.grantee
      where relnamespace = 'public'::regnamespace and x.grantee <> relowner and rolname <> all ($1) and not rolsuper
      group by 1 order by 1`,
    [roles.map(groupOf)]
  )
  return rows.map(({ name, on }) =>
    warning(`${name} was given rights on ${on}.`, `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${name};`)
  )
}

/** Logins that other keys made, members of our roles that are none of ours, and everybody where all may connect. */
async function strangers({ pool, config, shared }: Patient): Promise<Finding[]> {
  if (shared !== undefined) return []
  const { rows: databases } = await pool.query<{ oid: string; name: string; open: boolean }>(
    `select oid::text, quote_ident(datname) as name, exists (
        select from aclexplode(coalesce(datacl, acldefault('d', datdba)))
        where grantee = 0 and privilege_type = 'CONNECT') as open
      from pg_database where datname = current_database()`
  )
  const [database] = databases
  if (database === undefined) return []
  const secret = await existingSecretIn(config.keyFolder, 'roles')
  const ours = Object.values(loginsOf(secret, database.oid)).map(({ user }) => user)
  const { rows } = await pool.query<{ name: string }>(
    `select distinct quote_ident(m.rolname) as name
      from pg_auth_members a join pg_roles g on g.oid = a.roleid join pg_roles m on m.oid = a.member
      where g.rolname = any ($1) and m.rolname <> all ($2) and m.rolname <> current_user and m.rolcanlogin
        and not m.rolsuper and has_database_privilege(m.oid, current_database(), 'CONNECT')
      order by 1`,
    [roles.map(groupOf), ours]
  )
  return [
    ...(database.open
      ? [
          warning(
            'Every user of this PostgreSQL may connect to the database, and those of another Earshot beside it hold our roles.',
            `As its owner: REVOKE CONNECT ON DATABASE ${database.name} FROM PUBLIC;`
          )
        ]
      : []),
    ...rows.map(({ name }) =>
      warning(
        `${name} works in our roles and was not made with these EARSHOT_KEYS.`,
        `If no server uses other keys any more: REVOKE ALL ON DATABASE ${database.name} FROM ${name}; DROP ROLE ${name};`
      )
    )
  ]
}
