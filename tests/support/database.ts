import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { openDatabase } from '../../server/database/client.ts'
import type { Database } from '../../server/database/client.ts'
import { command, databaseUrl } from './postgres.ts'

export type TestDatabase = { readonly url: string; readonly database: Database; drop(): Promise<void> }

/**
 * A fresh, migrated database for one test file, on the one server of the run; `drop` it in `afterAll`.
 *
 * @param keyFolder as EARSHOT_KEYS; without one the roles have no logins and everything works as the owner
 */
export async function openTestDatabase(keyFolder?: string): Promise<TestDatabase> {
  const server = inject('postgresUrl')
  const name = `test_${randomBytes(8).toString('hex')}`
  await command(server, `create database ${name} template ${inject('postgresTemplate')}`)
  const url = databaseUrl(server, name)
  const database = await openDatabase({
    databaseUrl: url,
    dataFolder: { path: 'unused', explicit: true },
    say: () => undefined,
    ...(keyFolder !== undefined && { keyFolder })
  })
  const { rows } = await database.pool.query<{ oid: string }>(
    'select oid::text from pg_database where datname = $1',
    [name]
  )
  const oid = rows[0]?.oid ?? ''
  return {
    url,
    database,
    async drop() {
      await database.close()
      await command(server, `drop database ${name} with (force)`)
      await dropLogins(server, oid)
    }
  }
}

/** Logins belong to the server: those of a database that is gone are left behind. */
async function dropLogins(server: string, oid: string): Promise<void> {
  await command(
    server,
    `do $$ declare login text; begin
      for login in select rolname from pg_roles where rolname ~ '^earshot_[a-z]+_${oid}_' loop
        execute 'drop role ' || quote_ident(login);
      end loop;
    end $$`
  )
}
