import { drizzle } from 'drizzle-orm/node-postgres'
import type { NodePgQueryResultHKT } from 'drizzle-orm/node-postgres'
import type { PgDatabase } from 'drizzle-orm/pg-core'
import type pg from 'pg'
import type { Reach } from './embedded/arrive.ts'
import { joinEmbedded } from './embedded/join.ts'
import type { DataFolder } from './embedded/place.ts'
import { migrateDatabase } from './migrate.ts'
import { checkNamed } from './named.ts'
import { openPool, openRevivingPool } from './pool.ts'
import * as schema from './schema.ts'

/** What every query function takes first: the database, or a transaction on it. */
export type Db = PgDatabase<NodePgQueryResultHKT, typeof schema>

/** An open database. `pool` is for what drizzle has no words for (COPY); `url` carries the password: never print it. */
export type Database = {
  readonly db: Db
  readonly pool: pg.Pool
  readonly url: string
  /** Ends all connections; who leaves an embedded database last stops it. */
  close(): Promise<void>
}

export type DatabaseOptions = {
  readonly databaseUrl: string | undefined
  readonly dataFolder: DataFolder
  /** Told in one line what the person who starts should know. */
  readonly say: (line: string) => void
  /** Most connections at a time; 10 unless told. */
  readonly poolSize?: number
}

/**
 * Opens the database that the configuration names, or joins the embedded one where none is named (starting it where
 * nobody has), and applies migrations.
 *
 * @throws StartRefused for what a person can put right
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { databaseUrl, poolSize = 10 } = options
  return databaseUrl === undefined
    ? await openEmbedded(options, poolSize)
    : await openNamed(databaseUrl, poolSize)
}

async function openNamed(url: string, max: number): Promise<Database> {
  await checkNamed(url)
  await migrateDatabase({ connectionString: url })
  const pool = openPool({ connectionString: url, max, connectionTimeoutMillis: 10_000 })
  return { db: drizzle(pool, { schema }), pool, url, close: () => pool.end() }
}

async function openEmbedded({ dataFolder, say }: DatabaseOptions, max: number): Promise<Database> {
  const membership = await joinEmbedded(dataFolder, say)
  try {
    await migrateDatabase(membership.reach())
  } catch (error) {
    await membership.leave()
    throw error
  }
  const pool = openRevivingPool({ ...membership.reach(), max }, async () => {
    await membership.revive()
    return membership.reach()
  })
  return {
    db: drizzle(pool, { schema }),
    pool,
    get url() {
      return urlOf(membership.reach())
    },
    async close() {
      await pool.end()
      await membership.leave()
    }
  }
}

/** A folder as host stands in the query, where both pg and PostgreSQL's own programs look for it. */
function urlOf({ host, port, user, password, database }: Reach): string {
  const start = `postgres://${user}:${password}@`
  return host.startsWith('/')
    ? `${start}localhost:${port}/${database}?host=${encodeURIComponent(host)}`
    : `${start}${host}:${port}/${database}`
}
