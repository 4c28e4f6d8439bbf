import { setTimeout as sleep } from 'node:timers/promises'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Db } from '../../../server/database/client.ts'
import { ownName, readPassword } from '../../../server/database/embedded/create.ts'
import { readAddress } from '../../../server/database/embedded/postmaster.ts'
import * as schema from '../../../server/database/schema.ts'

const patienceMs = 120_000

/**
 * Works on the embedded database of a folder as its owner, beside whoever runs it: started by nobody here, and not brought
 * back either. Tried again until it succeeds, so it must be something that may be done twice.
 */
export async function asOwner<T>(home: string, work: (db: Db) => Promise<T>): Promise<T> {
  for (const until = Date.now() + patienceMs; ; await sleep(20)) {
    try {
      return await once(home, work)
    } catch (error) {
      if (Date.now() > until) throw error
    }
  }
}

/** The same without a second try. */
export async function once<T>(home: string, work: (db: Db) => Promise<T>): Promise<T> {
  const address = await readAddress(home)
  if (address === undefined) throw new Error('there is no database')
  const password = await readPassword(home)
  const client = new pg.Client({ ...address, user: ownName, password, database: ownName })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(drizzle(client, { schema }))
  } finally {
    await client.end().catch(() => undefined)
  }
}
