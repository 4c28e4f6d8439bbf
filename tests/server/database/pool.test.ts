import { drizzle } from 'drizzle-orm/node-postgres'
import { sql } from 'drizzle-orm'
import type pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { openPool, openRevivingPool } from '../../../server/database/pool.ts'

const kill = 'select pg_terminate_backend(pg_backend_pid())'
const options = { connectionString: inject('postgresUrl'), max: 1, connectionTimeoutMillis: 2000 }
const kinds: [string, () => pg.Pool][] = [
  ['a named database', () => openPool(options)],
  ['an embedded database', () => openRevivingPool(options, () => Promise.resolve(options))]
]

let uncaught: unknown[]
const onUncaught = (error: unknown): void => void uncaught.push(error)

beforeEach(() => {
  uncaught = []
  process.on('uncaughtException', onUncaught)
})
afterEach(() => {
  process.off('uncaughtException', onUncaught)
})

describe.each(kinds)('a pool of connections to %s', (_, openOne) => {
  it('outlives the loss of a connection inside a transaction', async () => {
    const pool = openOne()
    const lost = drizzle(pool).transaction(tx => tx.execute(sql.raw(kill)))
    await expect(lost).rejects.toThrow()
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await pool.end()
    expect(uncaught).toEqual([])
  })

  it('outlives the loss of a connection that somebody holds and does not use', async () => {
    const pool = openOne()
    const client = await pool.connect()
    const ended = new Promise(resolve => client.once('end', resolve))
    client.query(kill).catch(() => undefined)
    await ended
    client.release()
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await pool.end()
    expect(uncaught).toEqual([])
  })

  it('has room again after a transaction that could not begin', async () => {
    const pool = openOne()
    pool.once('acquire', client => void client.query(kill).catch(() => undefined))
    await expect(drizzle(pool).transaction(tx => tx.execute(sql`select 1`))).rejects.toThrow(/begin/)
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await pool.end()
    expect(uncaught).toEqual([])
  })
})
