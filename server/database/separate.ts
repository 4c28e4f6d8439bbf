import pg from 'pg'
import { applyGrants } from './granted.ts'
import { ensureLogins, type Logins } from './logins.ts'
import { groupOf, roles } from './roles.ts'

/** The logins of the roles, or why there are none: then everything works as the owner, and `doctor` says what is lost. */
export type Separation = { readonly logins: Logins } | { readonly shared: string }

/**
 * Makes the roles, grants them what was decided, and makes their logins, where that is not so already. Call it after
 * the migrations, under their lock.
 *
 * @param secret from which passwords are derived; without one there are roles and no logins
 */
export async function separate(client: pg.ClientBase, secret: Buffer | undefined): Promise<Separation> {
  try {
    await makeGroups(client)
    await applyGrants(client)
    if (secret === undefined) return { shared: 'no folder of keys was named' }
    return { logins: await ensureLogins(client, secret) }
  } catch (error) {
    if (codeOf(error) !== '42501') throw error
    return { shared: `the owner of the database may not make its roles (${messageOf(error)})` }
  }
}

/** Why one of the logins is not let in, as by a list of users in pg_hba.conf or in a pooler; undefined where all are. */
export async function whyKeptOut(
  logins: Logins,
  reach: (login: Logins['reader']) => pg.ClientConfig
): Promise<string | undefined> {
  const reasons = await Promise.all(
    Object.values(logins).map(async login => {
      const client = new pg.Client({ connectionTimeoutMillis: 10_000, ...reach(login) })
      client.on('error', () => undefined)
      try {
        await client.connect()
        return undefined
      } catch (error) {
        // Class 28: not authorised; 42501: may not connect to this database. A pooler answers with 08P01.
        if (!/^(28|42501|08P01)/.test(codeOf(error))) throw error
        return messageOf(error)
      } finally {
        await client.end().catch(() => undefined)
      }
    })
  )
  return reasons.find(reason => reason !== undefined)
}

/** Roles belong to the cluster: another database may be making them at this moment. */
async function makeGroups(client: pg.ClientBase): Promise<void> {
  for (const group of roles.map(groupOf)) {
    const known = await client.query('select 1 from pg_roles where rolname = $1', [group])
    if (known.rowCount !== 0) continue
    try {
      await client.query(`CREATE ROLE ${group} NOLOGIN`)
    } catch (error) {
      if (!['42710', '23505'].includes(codeOf(error))) throw error
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
