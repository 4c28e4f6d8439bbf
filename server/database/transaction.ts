import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import type { Db } from './client.ts'
import * as schema from './schema.ts'

/**
 * A transaction with the connection it runs on, for what drizzle has no words for (COPY). Whatever is thrown in it undoes
 * it.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (tx: Db, client: pg.PoolClient) => Promise<T>
): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await work(drizzle(client, { schema }), client)
    await client.query('COMMIT')
    client.release()
    return result
  } catch (error) {
    // A connection that failed in the middle of a COPY is of no further use.
    client.release(true)
    throw error
  }
}
