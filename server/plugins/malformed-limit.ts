import { createHmac, randomBytes } from 'node:crypto'
import rateLimit from '@fastify/rate-limit'
import fp from 'fastify-plugin'
import type { FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyInstance {
    /** Counts one request that could not be read. @returns whether its network has sent too many of them */
    isFloodOfMalformed(request: FastifyRequest): Promise<boolean>
  }
}

const msPerHour = 60 * 60 * 1000

/**
 * A limit on requests that cannot be read, a hundred a minute for a network. A valid form is never counted and never
 * refused: a whole school shares one address. Nothing is kept on disk, and the key under which a network is
 * counted is good for an hour.
 */
export const limitMalformed = fp(async app => {
  await app.register(rateLimit, { global: false })
  const networkKey = renewedKey()
  const count = app.createRateLimit({
    max: 100,
    timeWindow: '1 minute',
    keyGenerator: request => networkKey(request.ip)
  })
  app.decorate('isFloodOfMalformed', async request => {
    const { isAllowed, ...limit } = await count(request)
    return !isAllowed && 'isExceeded' in limit && limit.isExceeded
  })
})

function renewedKey(): (address: string) => string {
  let made = 0
  let key = randomBytes(32)
  return address => {
    if (Date.now() - made > msPerHour) {
      key = randomBytes(32)
      made = Date.now()
    }
    return createHmac('sha256', key).update(networkOf(address)).digest('base64')
  }
}

/** The first 24 bits of an IPv4 address, the first 56 of an IPv6 one. */
function networkOf(address: string): string {
  const mapped = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  const [head = '', tail] = address.toLowerCase().split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const middle =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  const groups = [...before, ...middle, ...after].map(group => group.padStart(4, '0'))
  return groups.slice(0, 4).join('').slice(0, 14)
}
