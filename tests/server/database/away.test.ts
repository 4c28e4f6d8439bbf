import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { describe, expect, inject, it } from 'vitest'
import { isDatabaseAway } from '../../../server/database/away.ts'

const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (reason: unknown) => reason
  )

describe('an error of the database', () => {
  it('means that it is away when nobody listens, on a port or a socket', async () => {
    const port = new pg.Client({ host: '127.0.0.1', port: 1 })
    const socket = new pg.Client({ host: '/no/such/folder' })
    expect(isDatabaseAway(await failure(port.connect()))).toBe(true)
    expect(isDatabaseAway(await failure(socket.connect()))).toBe(true)
  })

  it('means that it is away when the connection ends under a query, also wrapped in another error', async () => {
    const client = new pg.Client({ connectionString: inject('postgresUrl') })
    client.on('error', () => undefined)
    await client.connect()
    const error = await failure(client.query('select pg_terminate_backend(pg_backend_pid())'))
    expect(isDatabaseAway(error)).toBe(true)
    expect(isDatabaseAway(new Error('a query failed', { cause: error }))).toBe(true)
  })

  it('means something else when a query is wrong or a file is missing', async () => {
    const client = new pg.Client({ connectionString: inject('postgresUrl') })
    await client.connect()
    expect(isDatabaseAway(await failure(client.query('select nothing')))).toBe(false)
    await client.end()
    expect(isDatabaseAway(await failure(readFile('/no/such/file')))).toBe(false)
    expect(isDatabaseAway('text')).toBe(false)
  })
})
