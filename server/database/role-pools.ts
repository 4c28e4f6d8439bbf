import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import type { Connections, Database } from './client.ts'
import type { Login } from './logins.ts'
import type { Role } from './roles.ts'
import * as schema from './schema.ts'
import { whyKeptOut, type Separation } from './separate.ts'

type Pools = Pick<Database, 'db' | 'pool' | 'as' | 'shared'> & { end(): Promise<void> }

/**
 * A pool for the owner and one for each role; a pool connects when it is first used, and gives idle connections up.
 *
 * @param reach how to reach the database with a login, the owner's unless told
 * @param open opens a pool for a login, the owner's unless told
 */
export async function rolePools(
  separation: Separation,
  reach: (login?: Login) => pg.ClientConfig,
  open: (login?: Login) => pg.Pool
): Promise<Pools> {
  const shared = 'shared' in separation ? separation.shared : await whyKeptOut(separation.logins, reach)
  const owner = connectionsOf(open())
  const own = new Map<Role, Connections>()
  return {
    ...owner,
    shared,
    as(role) {
      if ('shared' in separation || shared !== undefined) return owner
      const connections = own.get(role) ?? connectionsOf(open(separation.logins[role]))
      own.set(role, connections)
      return connections
    },
    async end() {
      await Promise.all([owner, ...own.values()].map(({ pool }) => pool.end()))
    }
  }
}

const connectionsOf = (pool: pg.Pool): Connections => ({ db: drizzle(pool, { schema }), pool })
