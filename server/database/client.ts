import type { NodePgQueryResultHKT } from 'drizzle-orm/node-postgres'
import type { PgDatabase } from 'drizzle-orm/pg-core'
import type pg from 'pg'
import type { Reach } from './embedded/arrive.ts'
import { secretIn } from '../keys/secret.ts'
import { joinEmbedded } from './embedded/join.ts'
import type { DataFolder } from './embedded/place.ts'
import type { Login } from './logins.ts'
import { migrateDatabase } from './migrate.ts'
import { checkNamed } from './named.ts'
import { openPool, openRevivingPool } from './pool.ts'
import { rolePools } from './role-pools.ts'
import type { Role } from './roles.ts'
import type * as schema from './schema.ts'

/** What every query function takes first: the database, or a transaction on it. */
export type Db = PgDatabase<NodePgQueryResultHKT, typeof schema>

/** Connections of one role, or of the owner. `pool` is for what drizzle has no words for (COPY). */
export type Connections = { readonly db: Db; readonly pool: pg.Pool }

/** An open database; `db` and `pool` are the owner's. `url` carries the owner's password: never print it. */
export type Database = Connections & {
  readonly url: string
  /** Connections of a role, made when they are first used; the owner's where roles cannot be separated. */
  as(role: Role): Connections
  /** Why all roles share the owner's connections; undefined where each has its own. */
  readonly shared: string | undefined
  /** Ends all connections; who leaves an embedded database last stops it. */
  close(): Promise<void>
}

export type DatabaseOptions = {
  readonly databaseUrl: string | undefined
  readonly dataFolder: DataFolder
  /** Where the secret lies from which the passwords of the roles are derived; without it everything works as the owner. */
  readonly keyFolder?: string | undefined
  /** Told in one line what the person who starts should know. */
  readonly say: (line: string) => void
  /** Most connections of one role at a time; 10 unless told. */
  readonly poolSize?: number
}

/**
 * Opens the database that the configuration names, or joins the embedded one where none is named (starting it where
 * nobody has), and applies migrations.
 *
 * @throws StartRefused for what a person can put right
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { databaseUrl, keyFolder, poolSize = 10 } = options
  const secret = keyFolder === undefined ? undefined : await secretIn(keyFolder, 'roles')
  return databaseUrl === undefined
    ? await openEmbedded(options, secret, poolSize)
    : await openNamed(databaseUrl, secret, poolSize)
}

async function openNamed(url: string, secret: Buffer | undefined, max: number): Promise<Database> {
  await checkNamed(url)
  const reach = (login?: Login) => ({
    connectionString: login === undefined ? url : urlAs(url, login),
    connectionTimeoutMillis: 10_000
  })
  const separation = await migrateDatabase(reach(), secret)
  const pools = await rolePools(separation, reach, login => openPool({ ...reach(login), max }))
  return { url, ...pools, close: pools.end }
}

async function openEmbedded(
  { dataFolder, say }: DatabaseOptions,
  secret: Buffer | undefined,
  max: number
): Promise<Database> {
  const membership = await joinEmbedded(dataFolder, say)
  const reach = (login?: Login) => ({ ...membership.reach(), ...login })
  try {
    const separation = await migrateDatabase(reach(), secret)
    const pools = await rolePools(separation, reach, login =>
      openRevivingPool({ ...reach(login), max }, async () => {
        await membership.revive()
        return reach(login)
      })
    )
    return {
      ...pools,
      get url() {
        return urlOf(membership.reach())
      },
      async close() {
        await pools.end()
        await membership.leave()
      }
    }
  } catch (error) {
    await membership.leave()
    throw error
  }
}

/** pg takes what stands last in the query. */
function urlAs(url: string, { user, password }: Login): string {
  return `${url}${url.includes('?') ? '&' : '?'}user=${user}&password=${password}`
}

/** A folder as host stands in the query, where both pg and PostgreSQL's own programs look for it. */
function urlOf({ host, port, user, password, database }: Reach): string {
  const start = `postgres://${user}:${password}@`
  return host.startsWith('/')
    ? `${start}localhost:${port}/${database}?host=${encodeURIComponent(host)}`
    : `${start}${host}:${port}/${database}`
}
