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

/** A lost idle connection is replaced at the next query; without a listener it would end the process. */
function outliving<T extends pg.Pool>(pool: T): T {
  return pool.on('error', () => undefined)
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
