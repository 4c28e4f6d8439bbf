import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { isLanguage, type Language } from '#locales'
import { messagePage, type Renderer } from '#views'
import { refused, type Refused } from '../errors.ts'
import { refusalFor } from '../refusal.ts'
import { editionOf } from '../respond/edition.ts'

/** Every error as a page that says what is so and what to do, in the language of the address; never a stack. */
export const errorPages = fp<{ answer: Answer }>(async (app, { answer }) => {
  app.setNotFoundHandler((request, reply) => answer(request, reply, refused.notFound()))
  app.setErrorHandler<FastifyError | Refused>(async (error, request, reply) =>
    answer(request, reply, await refusalFor(app, error, request))
  )
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

function languageOf(request: FastifyRequest): Language {
  const first = request.url.split('/')[1]?.split('?')[0]
  return isLanguage(first) ? first : 'en'
}
