import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { inject } from 'vitest'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../server/database/client.ts'
import { problemOf } from '../../../server/database/named.ts'
import { StartRefused } from '../../../server/database/start-refused.ts'
import { command, databaseUrl } from '../../support/postgres.ts'

const server = inject('postgresUrl')
const secret = 'marker-password'

async function refusal(databaseUrl: string): Promise<string> {
  const opening = openDatabase({
    databaseUrl,
    dataFolder: { path: 'unused', explicit: true },
    say: () => undefined
  })
  const error: unknown = await opening.then(
    () => undefined,
    (reason: unknown) => reason
  )
  expect(error).toBeInstanceOf(StartRefused)
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(secret)
  return String(error)
}

async function unusedPort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => listener.once('listening', resolve))
  const { port } = listener.address() as AddressInfo
  await new Promise(resolve => listener.close(resolve))
  return port
}

describe('a database named by DATABASE_URL', () => {
  it('that nobody serves is refused with host and database, and without the password', async () => {
    const port = await unusedPort()
    const text = await refusal(`postgres://someone:${secret}@127.0.0.1:${port}/answers`)
    expect(text).toContain(`The database answers on 127.0.0.1:${port} cannot be reached (ECONNREFUSED).`)
  })

  it('on a host that does not exist is refused', async () => {
    const text = await refusal(`postgres://someone:${secret}@no-such-host.invalid/answers`)
    expect(text).toContain('The database answers on no-such-host.invalid:5432 cannot be reached')
  })

  it('that does not let the user in is refused', async () => {
    const url = new URL(server)
    url.username = 'no_such_user'
    url.password = secret
    expect(await refusal(url.href)).toContain('does not let in the user no_such_user')
  })

  it('that does not exist is refused with how to create it', async () => {
    expect(await refusal(databaseUrl(server, 'no_such_database'))).toMatch(
      /The database no_such_database on .* does not exist\. Create it/
    )
  })

  it('in another encoding is refused', async () => {
    await command(server, "create database latin template template0 encoding 'SQL_ASCII' locale 'C'")
    const text = await refusal(databaseUrl(server, 'latin'))
    await command(server, 'drop database latin with (force)')
    expect(text).toContain("cannot hold six languages. Create it with ENCODING 'UTF8'")
  })

  it.each(['', 'answers', 'mysql://host/answers', `postgres://someone:${secret}@[host/answers`])(
    'written as "%s" is no address',
    async url => {
      expect(await refusal(url)).toContain('Write it as postgres://user:password@host:5432/database')
    }
  )
})

describe('the version of a database', () => {
  it.each([
    [140_019, '14.19', 'is PostgreSQL 14.19'],
    [96_024, '9.6.24', 'is PostgreSQL 9.6.24'],
    [150_000, '15.0', undefined],
    [180_004, '18.4', undefined]
  ])('%d gives a problem or none', (number, version, is) => {
    expect(problemOf({ number, version, encoding: 'UTF8' })?.is).toBe(is)
  })
})
