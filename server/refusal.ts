import { randomBytes } from 'node:crypto'
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify'
import { isDatabaseAway } from './database/away.ts'
import { Refused, refused } from './errors.ts'
import { forLog } from './for-log.ts'
import { NotMade } from './workshop/index.ts'

/** What an error is to whoever asked; what is our fault is logged under a reference that they are given. */
export async function refusalFor(
  app: FastifyInstance,
  error: FastifyError | Refused,
  request: FastifyRequest
): Promise<Refused> {
  // Who hung up in the middle of sending reads no answer, and is no fault of the database to be logged with a time.
  if (request.raw.destroyed && !request.raw.complete) return refused.unreadable('hung up')
  const refusal = refusalOf(error)
  if (refusal === undefined) {
    const reference = randomBytes(4).toString('hex')
    // No address, no body: the route, the reference that its reader was given, and what went wrong.
    request.log.error({ reference, route: request.routeOptions.url, error: forLog(error) }, 'failed')
    return new Refused(500, { kind: 'failure', reference }, 'failure')
  }
  // Nobody's sending is written down with its time: a pause is known to whoever made it.
  if (refusal.statusCode === 503 && refusal.page.kind !== 'paused')
    request.log.warn({ route: request.routeOptions.url }, refusal.message)
  const malformed = refusal.statusCode === 400 || refusal.statusCode === 413
  if (malformed && (await app.isFloodOfMalformed(request))) return refused.tooMany()
  return refusal
}

/** Seconds in which a workshop that is full has made most of what it was asked for. */
const untilMade = 30

function refusalOf(error: FastifyError | Refused): Refused | undefined {
  if (error instanceof Refused) return error
  if (isDatabaseAway(error)) return refused.unavailable()
  if (error instanceof NotMade) return refusalOfWorkshop(error)
  if (error.statusCode === 413) return refused.tooLarge()
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return refused.unreadable(error.code)
  }
  return undefined
}

/** What is no fault of a picture or document itself, which would fail again. */
function refusalOfWorkshop({ code, message }: NotMade): Refused | undefined {
  if (code === 'busy') return refused.noFile(message, untilMade)
  return code === 'noCanvas' || code === 'noFont' ? refused.noFile(message) : undefined
}
