import type { IncomingMessage, ServerResponse } from 'node:http'
import type {
  FastifyInstance,
  FastifySchema,
  RawServerDefault,
  RouteGenericInterface,
  RouteHandlerMethod
} from 'fastify'
import { ApiProblem } from './problem.ts'

const readOnly = 'GET, HEAD, OPTIONS'

export type Resource<Route extends RouteGenericInterface> = {
  readonly url: string
  readonly schema: FastifySchema
  readonly answer: RouteHandlerMethod<RawServerDefault, IncomingMessage, ServerResponse, Route>
}

/** One address of the API: it can be read, asked what may be done with it, and nothing else. */
export function resource<Route extends RouteGenericInterface>(
  app: FastifyInstance,
  { url, schema, answer }: Resource<Route>
): void {
  app.route<Route>({
    method: 'GET',
    url,
    schema,
    onRequest: async request => {
      if (!takesJson(request.headers.accept)) throw new ApiProblem('not-acceptable')
    },
    handler: answer
  })
  const hidden = { schema: { hide: true } }
  app.options(url, hidden, (_request, reply) =>
    reply
      .code(204)
      .header('allow', readOnly)
      .header('access-control-allow-methods', readOnly)
      .header('access-control-allow-headers', 'accept, if-none-match')
      .header('access-control-max-age', 86_400)
      .send()
  )
  app.route({
    method: ['POST', 'PUT', 'PATCH', 'DELETE'],
    url,
    ...hidden,
    onRequest: async (_request, reply) => {
      reply.header('allow', readOnly)
      throw new ApiProblem('method-not-allowed')
    },
    handler: (_request, reply) => reply.send()
  })
}

const json = ['*/*', 'application/*', 'application/json']

/** Whether an `Accept` header leaves room for JSON; who sends none takes anything (RFC 9110, 12.5.1). */
function takesJson(accept: string | undefined): boolean {
  if (accept === undefined || accept.trim() === '') return true
  return accept.split(',').some(part => {
    const [type = '', ...parameters] = part.split(';').map(each => each.trim().toLowerCase())
    return json.includes(type) && !parameters.some(each => /^q=0(\.0*)?$/.test(each))
  })
}
