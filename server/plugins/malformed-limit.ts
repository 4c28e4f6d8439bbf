import { createHmac } from 'node:crypto'
import rateLimit from '@fastify/rate-limit'
import fp from 'fastify-plugin'
import type { FastifyRequest } from 'fastify'
import { hourlyKey, ownKey } from '../limits/hourly-key.ts'
import { networkOf } from '../limits/network.ts'
import type { SharedCounts } from '../limits/redis.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Counts one request that could not be read. @returns whether its network has sent too many of them */
    isFloodOfMalformed(request: FastifyRequest): Promise<boolean>
  }
}

export type Limit = {
  readonly clock: () => Date
  /** Where several servers count together; else each counts by itself, in memory. */
  readonly counts?: SharedCounts | undefined
}

const msBetweenLooks = 60 * 1000

/**
 * A limit on requests that cannot be read, a hundred a minute for a network. A valid form is never counted and never
 * refused: a whole school shares one address. Nothing is kept on disk. A network is counted under an HMAC of it, with a
 * key that is forgotten at the full hour, also when nobody comes.
 */
export const limitMalformed = fp<Limit>(async (app, { clock, counts }) => {
  await app.register(rateLimit, {
    global: false,
    ...(counts && { redis: counts.redis, nameSpace: 'earshot:malformed:' })
  })
  const key = hourlyKey(clock, counts?.source ?? ownKey)
  const looking = setInterval(key.forgetOld, msBetweenLooks).unref()
  app.addHook('onClose', (_app, done) => {
    clearInterval(looking)
    done()
  })
  const count = app.createRateLimit({
    max: 100,
    timeWindow: '1 minute',
    keyGenerator: async request =>
      createHmac('sha256', await key.current())
        .update(networkOf(request.ip))
        .digest('base64')
  })
  app.decorate('isFloodOfMalformed', async request => {
    try {
      const { isAllowed, ...limit } = await count(request)
      return !isAllowed && 'isExceeded' in limit && limit.isExceeded
    } catch {
      // Where nobody can count, nobody is refused.
      return false
    }
  })
})
