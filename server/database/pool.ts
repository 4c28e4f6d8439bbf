import pg from 'pg'
import { isDatabaseAway } from './away.ts'

type Callback = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: boolean | Error) => void
) => void

/** Opens a pool that outlives the loss of its connections. */
export function openPool(options: pg.PoolConfig): pg.Pool {
  return outliving(new pg.Pool(options))
}

/** The same, for a server of our own: who finds it gone has it started again and goes on. */
export function openRevivingPool(options: pg.PoolConfig, revive: () => Promise<pg.PoolConfig>): pg.Pool {
  return outliving(new RevivingPool(options, revive))
}

/** A lost connection is replaced at the next query; an error that nobody listens to would end the process. */
function outliving<T extends pg.Pool>(pool: T): T {
  const held = new Set<pg.PoolClient>()
  // The pool itself listens to a connection only while nobody holds it.
  return pool
    .on('error', () => undefined)
    .on('acquire', client => held.add(client))
    .on('release', (_, client) => held.delete(client))
    .on('connect', client => {
      client.on('error', () => undefined)
      client.on('end', () => {
        if (held.has(client)) giveUp(client)
      })
    })
}

/** Makes room for another: drizzle does not give back a connection on which a transaction could not even begin. */
function giveUp(client: pg.PoolClient): void {
  client.release(true)
  // Its holder, who does not know, may still give it back, and the pool throws at who does so twice.
  client.release = () => undefined
}

class RevivingPool extends pg.Pool {
  readonly #revive: () => Promise<pg.PoolConfig>

  constructor(options: pg.PoolConfig, revive: () => Promise<pg.PoolConfig>) {
    super(options)
    this.#revive = revive
  }

  /** pg calls this with a callback for each query, and drizzle without one for each transaction. */
  override connect(): Promise<pg.PoolClient>
  override connect(callback: Callback): void
  override connect(callback?: Callback): Promise<pg.PoolClient> | void {
    const client = this.#connect()
    if (callback === undefined) return client
    client.then(
      found => callback(undefined, found, found.release.bind(found)),
      (error: Error) => callback(error, undefined, () => undefined)
    )
  }

  async #connect(): Promise<pg.PoolClient> {
    try {
      return await super.connect()
    } catch (error) {
      if (!isDatabaseAway(error)) throw error
      Object.assign(this.options, await this.#revive())
      return await super.connect()
    }
  }
}
