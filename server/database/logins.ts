import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { groupOf, roles, type Role } from './roles.ts'

/** How a part of Earshot logs in. */
export type Login = { readonly user: string; readonly password: string }
export type Logins = Readonly<Record<Role, Login>>

/**
 * The logins of one database, derived from a secret that lies outside of it: servers with the same EARSHOT_KEYS agree
 * without telling each other, and servers with other keys have others and take nothing away.
 *
 * @param databaseOid the database's number in its cluster, where roles belong to all databases
 */
export function loginsOf(secret: Buffer, databaseOid: string): Logins {
  const keyed = (text: string) => createHmac('sha256', secret).update(text).digest('hex')
  const mark = keyed('earshot logins').slice(0, 8)
  const login = (role: Role): Login => {
    const user = `${groupOf(role)}_${databaseOid}_${mark}`
    return { user, password: keyed(user) }
  }
  return {
    admission: login('admission'),
    pourer: login('pourer'),
    reader: login('reader'),
    secretariat: login('secretariat')
  }
}

/** Makes the logins that are not there yet, and keeps everybody else but the owner from connecting to the database. */
export async function ensureLogins(client: pg.ClientBase, secret: Buffer): Promise<Logins> {
  const { rows } = await client.query<{ oid: string; name: string; may: string[] }>(
    `select d.oid::text, quote_ident(datname) as name,
      array(select coalesce(rolname, 'public') from aclexplode(coalesce(datacl, acldefault('d', datdba))) x
        left join pg_roles r on r.oid = x.grantee where privilege_type = 'CONNECT')::text[] as may
    from pg_database d where datname = current_database()`
  )
  const [database] = rows
  if (database === undefined) throw new Error('PostgreSQL does not know the database it serves')
  const logins = loginsOf(secret, database.oid)
  for (const role of roles) {
    const { user } = logins[role]
    const known = await client.query('select 1 from pg_roles where rolname = $1', [user])
    if (known.rowCount === 0) await client.query(making(role, logins[role]))
    if (!database.may.includes(user))
      await client.query(`GRANT CONNECT ON DATABASE ${database.name} TO ${user}`)
  }
  // The rights belong to roles of the cluster: whoever works with another of its databases has no business here.
  if (database.may.includes('public'))
    await client.query(`REVOKE CONNECT, TEMPORARY ON DATABASE ${database.name} FROM PUBLIC`)
  return logins
}

function making(role: Role, { user, password }: Login): string {
  const rights = 'LOGIN INHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS'
  return `CREATE ROLE ${user} ${rights} PASSWORD '${scramOf(password)}' IN ROLE ${groupOf(role)}`
}

/** What PostgreSQL keeps of a password (RFC 5803), made here so that no log of statements ever holds a password. */
function scramOf(password: string): string {
  const [iterations, salt] = [4096, randomBytes(16)]
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const keyed = (text: string) => createHmac('sha256', salted).update(text).digest()
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64')
  const server = keyed('Server Key').toString('base64')
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${server}`
}
