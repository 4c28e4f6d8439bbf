import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { openDatabase } from '../../server/database/client.ts'
import type { Database } from '../../server/database/client.ts'
import { command, databaseUrl } from './postgres.ts'

export type TestDatabase = { readonly url: string; readonly database: Database; drop(): Promise<void> }

/** A fresh, migrated database for one test file, on the one server of the run; `drop` it in `afterAll`. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = inject('postgresUrl')
  const name = `test_${randomBytes(8).toString('hex')}`
  await command(server, `create database ${name} template ${inject('postgresTemplate')}`)
  const url = databaseUrl(server, name)
  const database = await openDatabase({
    databaseUrl: url,
    dataFolder: { path: 'unused', explicit: true },
    say: () => undefined
  })
  return {
    url,
    database,
    async drop() {
      await database.close()
      await command(server, `drop database ${name} with (force)`)
    }
  }
}
