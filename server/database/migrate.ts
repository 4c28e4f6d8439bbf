import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { separate, type Separation } from './separate.ts'
import { StartRefused } from './start-refused.ts'

const migrationsFolder = fileURLToPath(new URL('migrations', import.meta.url))

// Any number that no other lock of ours has.
const migrationLock = 7_401_964

/**
 * Brings the tables up to date, and the roles that work with them, one process at a time.
 *
 * @param rolesSecret from which the passwords of the roles' logins are derived; see `separate`
 * @throws StartRefused when the user of the database may not create tables
 */
export async function migrateDatabase(options: pg.ClientConfig, rolesSecret?: Buffer): Promise<Separation> {
  const client = new pg.Client(options)
  // What is under way fails when the connection is lost; an error nobody listens to would end the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    // Ends with the connection, however this process ends.
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await refuseNewer(client)
    await migrate(drizzle(client), { migrationsFolder })
    return await separate(client, rolesSecret)
  } catch (error) {
    throw mayNotCreate(error) ? notAllowed(client, error) : error
  } finally {
    await client.end()
  }
}

/** An older Earshot would not know what a newer one keeps. */
async function refuseNewer(client: pg.Client): Promise<void> {
  const known = readMigrationFiles({ migrationsFolder }).at(-1)?.folderMillis ?? 0
  const { rows: tables } = await client.query(
    "select 1 where to_regclass('drizzle.__drizzle_migrations') is not null"
  )
  if (tables.length === 0) return
  const { rows } = await client.query('select 1 from drizzle.__drizzle_migrations where created_at > $1', [
    known
  ])
  if (rows.length === 0) return
  throw new StartRefused(
    `The database ${client.database ?? ''} was written by a newer Earshot.`,
    'Start that one, or restore the copy made before it was updated.'
  )
}

/** PostgreSQL's "insufficient privilege", which drizzle wraps. */
function mayNotCreate(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && error.code === '42501') || mayNotCreate(error.cause)
}

const notAllowed = (client: pg.Client, cause: unknown): StartRefused =>
  new StartRefused(
    `The user ${client.user ?? ''} may not create tables in the database ${client.database ?? ''}.`,
    `Make it the owner: ALTER DATABASE … OWNER TO …; since PostgreSQL 15 others may create nothing.`,
    { cause }
  )
