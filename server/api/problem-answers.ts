import type { FastifyError, FastifyInstance } from 'fastify'
import type { Refused } from '../errors.ts'
import { refusalFor } from '../refusal.ts'
import { ApiProblem, problemFor, sendProblem } from './problem.ts'

/** Within the API every error is a document for programs, never a page. */
export function problemAnswers(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, new ApiProblem('not-found')))

  app.setErrorHandler<FastifyError | Refused | ApiProblem>(async (error, request, reply) => {
    if (error instanceof ApiProblem) return sendProblem(reply, error)
    const refusal = await refusalFor(app, error, request)
    const { page } = refusal
    if (page.kind === 'failure') return sendProblem(reply, new ApiProblem('failure'), page.reference)
    if (page.kind === 'unreadable' && 'validation' in error)
      return sendProblem(reply, new ApiProblem('invalid-parameter', error.message))
    if (refusal.retryAfter !== undefined) reply.header('retry-after', refusal.retryAfter)
    return sendProblem(reply, problemFor(refusal))
  })
}
