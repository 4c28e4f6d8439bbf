import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { openPool } from '../../server/database/pool.ts'
import { claimDataFolder } from '../../server/one-server.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { command } from '../support/postgres.ts'

let test: TestDatabase
let other: pg.Client
const leaving: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  test = await openTestDatabase()
  other = new pg.Client({ connectionString: test.url })
  await other.connect()
})
afterEach(async () => {
  for (const leave of leaving.splice(0).reverse()) await leave()
  await other.end()
  await test.drop()
})

/** A server's part in the claim, with how often it was told that another one has its place. */
async function claim(max = 3) {
  const pool = openPool({ connectionString: test.url, max, connectionTimeoutMillis: 2000 })
  leaving.push(() => pool.end())
  const told = { displaced: 0 }
  leaving.push(await claimDataFolder(pool, () => (told.displaced += 1)))
  return told
}

/** The connection that has the claim. */
async function holder(): Promise<number | undefined> {
  const { rows } = await other.query<{ pid: number }>(
    `select pid from pg_locks where locktype = 'advisory' and granted
     and database = (select oid from pg_database where datname = current_database())`
  )
  return rows[0]?.pid
}

/** Ends the connection that has the claim. */
async function loseClaim(): Promise<void> {
  await other.query('select pg_terminate_backend($1)', [await holder()])
}

const takePlace = () => other.query('select pg_advisory_lock($1)', [0x6561_7273])

describe('the claim on a data folder', () => {
  it('refuses a second server, which keeps no connection from being used', async () => {
    await claim()
    const pool = openPool({ connectionString: test.url, max: 1, connectionTimeoutMillis: 2000 })
    leaving.push(() => pool.end())
    await expect(claimDataFolder(pool, () => undefined)).rejects.toThrow(/Another Earshot server/)
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })

  it('is made again when it was lost with its connection', async () => {
    const told = await claim()
    await loseClaim()
    await expect.poll(holder, { timeout: 5000 }).toBeUndefined()
    await expect.poll(holder, { timeout: 5000 }).toBeGreaterThan(0)
    await expect(claim()).rejects.toThrow(/Another Earshot server/)
    expect(told.displaced).toBe(0)
  })

  it('says so when another server has it by then', async () => {
    const told = await claim()
    await loseClaim()
    await takePlace()
    await expect.poll(() => told.displaced, { timeout: 5000 }).toBe(1)
  })

  it('is tried until the database is back', async () => {
    const told = await claim()
    const name = new URL(test.url).pathname.slice(1)
    const connections = (allowed: boolean) =>
      command(inject('postgresUrl'), `alter database ${name} allow_connections ${allowed}`)
    await connections(false)
    await loseClaim()
    await new Promise(resolve => setTimeout(resolve, 2500))
    expect(await holder()).toBeUndefined()
    await connections(true)
    await expect.poll(holder, { timeout: 5000 }).toBeGreaterThan(0)
    expect(told.displaced).toBe(0)
  })

  it('is free once the server has left', async () => {
    await claim()
    await leaving.pop()?.()
    await expect.poll(() => claim().then(told => told.displaced)).toBe(0)
  })
})
