import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { isDatabaseAway } from '../../../server/database/away.ts'
import { openDatabase } from '../../../server/database/client.ts'
import type { Database } from '../../../server/database/client.ts'
import { command, databaseUrl } from '../../support/postgres.ts'

const server = inject('postgresUrl')
let name: string
const opened: Database[] = []

beforeEach(async () => {
  name = `migrate_${randomBytes(6).toString('hex')}`
  await command(server, `create database ${name}`)
})

afterEach(async () => {
  await Promise.all(opened.splice(0).map(database => database.close()))
  await command(server, `drop database ${name} with (force)`)
  await command(server, `drop role if exists ${name}`)
})

async function open(url = databaseUrl(server, name)): Promise<Database> {
  const database = await openDatabase({
    databaseUrl: url,
    dataFolder: { path: 'unused', explicit: true },
    say: () => undefined
  })
  opened.push(database)
  return database
}

describe('an empty database', () => {
  it('gets its tables once when several servers start at the same instant', async () => {
    const databases = await Promise.all([open(), open(), open()])
    const tables = await databases[0].db.execute(sql`select 1 from pg_tables where tablename = 'responses'`)
    expect(tables.rowCount).toBe(1)
    const twice = await databases[0].db.execute(
      sql`select 1 from drizzle.__drizzle_migrations group by hash having count(*) > 1`
    )
    expect(twice.rowCount).toBe(0)
  })

  it('is refused to a user who may not create tables, with the remedy', async () => {
    await command(server, `create role ${name} login password 'marker'`)
    const url = new URL(databaseUrl(server, name))
    url.username = name
    url.password = 'marker'
    await expect(open(url.href)).rejects.toThrow(
      `The user ${name} may not create tables in the database ${name}. Make it the owner`
    )
  })
})

describe('a database written by a newer version', () => {
  it('is left alone', async () => {
    const { pool } = await open()
    await pool.query(
      "insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 99999999999999)"
    )
    await expect(open()).rejects.toThrow(/was written by a newer Earshot/)
  })
})

describe('a pool that lost its connections', () => {
  it('makes new ones', async () => {
    const { pool } = await open()
    await Promise.all([pool.query('select 1'), pool.query('select 1')])
    await command(
      server,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid()`
    )
    await new Promise(resolve => setTimeout(resolve, 100))
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })
})

describe('a connection lost in the middle of a migration', () => {
  it('refuses the start and leaves the process alone', async () => {
    const other = new pg.Client({ connectionString: databaseUrl(server, name) })
    await other.connect()
    // Who makes a table of the same name waits here until it is known whether this one stays.
    await other.query('begin; create table meetings ()')
    const uncaught: unknown[] = []
    const onUncaught = (error: unknown): void => void uncaught.push(error)
    process.on('uncaughtException', onUncaught)
    const starting = open().catch((error: unknown) => error)
    const killWhoWaits = `select pg_terminate_backend(pid) from pg_locks
      where locktype = 'transactionid' and transactionid = pg_current_xact_id()::xid and not granted`
    await expect.poll(async () => (await other.query(killWhoWaits)).rowCount, { timeout: 10_000 }).toBe(1)
    expect(isDatabaseAway(await starting)).toBe(true)
    await other.end()
    process.off('uncaughtException', onUncaught)
    expect(uncaught).toEqual([])
  })
})
