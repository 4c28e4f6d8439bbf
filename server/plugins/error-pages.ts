import { randomBytes } from 'node:crypto'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { isLanguage, type Language } from '#locales'
import { messagePage, type Renderer } from '#views'
import { isDatabaseAway } from '../database/away.ts'
import { Refused, refused } from '../errors.ts'
import { forLog } from '../for-log.ts'
import { editionOf } from '../respond/edition.ts'
import { NotMade } from '../workshop/index.ts'

/** Every error as a page that says what is so and what to do, in the language of the address; never a stack. */
export const errorPages = fp<{ answer: Answer }>(async (app, { answer }) => {
  app.setNotFoundHandler((request, reply) => answer(request, reply, refused.notFound()))

  app.setErrorHandler<FastifyError | Refused>(async (error, request, reply) => {
    // Who hung up in the middle of sending reads no answer, and is no fault of the database to be logged with a time.
    if (request.raw.destroyed && !request.raw.complete)
      return answer(request, reply, refused.unreadable('hung up'))
    const refusal = refusalFor(error)
    if (refusal === undefined) {
      const reference = randomBytes(4).toString('hex')
      // No address, no body: the route, the reference that its reader was given, and what went wrong.
      request.log.error({ reference, route: request.routeOptions.url, error: forLog(error) }, 'failed')
      return answer(request, reply, new Refused(500, { kind: 'failure', reference }, 'failure'))
    }
    // Nobody's sending is written down with its time: a pause is known to whoever made it.
    if (refusal.statusCode === 503 && refusal.page.kind !== 'paused')
      request.log.warn({ route: request.routeOptions.url }, refusal.message)
    const malformed = refusal.statusCode === 400 || refusal.statusCode === 413
    if (malformed && (await app.isFloodOfMalformed(request))) return answer(request, reply, refused.tooMany())
    return answer(request, reply, refusal)
  })
})

/** Answers a request with the page of a refusal. */
export type Answer = (request: FastifyRequest, reply: FastifyReply, refusal: Refused) => FastifyReply

export function answerWith(renderer: Renderer): Answer {
  return (request, reply, refusal) => {
    if (refusal.retryAfter !== undefined) reply.header('retry-after', refusal.retryAfter)
    return reply
      .code(refusal.statusCode)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(renderer.render('message', messagePage(languageOf(request), refusal.page, editionOf(request))))
  }
}

/** Seconds in which a workshop that is full has made most of what it was asked for. */
const untilMade = 30

function refusalFor(error: FastifyError | Refused): Refused | undefined {
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

function languageOf(request: FastifyRequest): Language {
  const first = request.url.split('/')[1]?.split('?')[0]
  return isLanguage(first) ? first : 'en'
}
