import { randomBytes } from 'node:crypto'
import type { Redis } from 'ioredis'
import { StartRefused } from '../database/start-refused.ts'
import type { KeySource } from './hourly-key.ts'

/** Where several servers count together. */
export type SharedCounts = { readonly redis: Redis; readonly source: KeySource; close(): Promise<void> }

/** Longest wait for an answer: counting a flood is not worth more of a reader's time. */
const msPerCommand = 500

/**
 * A Redis, or what speaks like one, that keeps nothing on disk: networks are counted there under a key that all servers
 * share, and that would let whoever finds both try all networks out.
 *
 * @param say takes a line where it cannot be seen whether something is kept
 * @throws StartRefused when it cannot be reached, or is set to keep what it is told
 */
export async function openRedis(url: string, say: (line: string) => void): Promise<SharedCounts> {
  const { Redis } = await import('ioredis')
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    connectTimeout: 5000,
    commandTimeout: msPerCommand
  })
  // It comes back by itself; until then nothing is counted, and nothing refused.
  redis.on('error', () => undefined)
  try {
    await redis.connect()
    await refusePersistence(redis, say)
  } catch (error) {
    redis.disconnect()
    if (error instanceof StartRefused) throw error
    throw new StartRefused(
      'REDIS_URL names a server that cannot be reached or does not let us in.',
      'Start it, correct the address, or leave REDIS_URL out: one server alone needs none.'
    )
  }
  return {
    redis,
    source: sharedKey(redis),
    async close() {
      redis.disconnect()
    }
  }
}

/** Whichever server asks first draws the key of the hour; it goes by itself when the hour is over. */
function sharedKey(redis: Redis): KeySource {
  return async (hour, msLeft) => {
    const name = `earshot:network-key:${hour}`
    await redis.set(name, randomBytes(32).toString('base64'), 'PX', Math.max(1, msLeft), 'NX')
    const shared = await redis.get(name)
    if (shared === null) throw new Error('the key of the hour went as it came')
    return Buffer.from(shared, 'base64')
  }
}

async function refusePersistence(redis: Redis, say: (line: string) => void): Promise<void> {
  const settings = await settingsOf(redis)
  if (settings === undefined) {
    say(
      'REDIS_URL: this server does not tell its settings. See to it that it writes no snapshots and no append-only file.'
    )
  } else if (settings.get('save') !== '' || settings.get('appendonly') !== 'no') {
    throw new StartRefused(
      'REDIS_URL names a server that writes what it is told to disk (its settings save and appendonly).',
      'Start it with --save "" --appendonly no; nothing in it has to outlive an hour.'
    )
  }
  const replication = await redis.info('replication').catch(() => '')
  if (/role:slave|connected_slaves:[1-9]/.test(replication))
    say('REDIS_URL: this server has copies. See to it that they write nothing to disk either.')
}

/** Its settings by name; undefined where it does not tell them, as rented ones often do not. */
async function settingsOf(redis: Redis): Promise<ReadonlyMap<string, unknown> | undefined> {
  const answers = await Promise.all(
    ['save', 'appendonly'].map(name => redis.config('GET', name).catch(() => undefined))
  )
  const pairs = answers.flatMap((answer): [string, unknown][] =>
    Array.isArray(answer) && answer.length === 2 ? [[String(answer[0]), answer[1]]] : []
  )
  return pairs.length === 2 ? new Map(pairs) : undefined
}
