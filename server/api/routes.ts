import type { FastifyInstance } from 'fastify'
import type { Directory } from '../consultations/directory.ts'
import type { Db } from '../database/client.ts'
import type { ApiOperation, Renderer } from '#views'
import type { AnyReleaseReader } from '../releases/store.ts'
import { apiRoot } from './addresses.ts'
import { consultationRoutes } from './consultation-routes.ts'
import { describeApi } from './openapi.ts'
import { problemAnswers } from './problem-answers.ts'
import { listOperations } from './listed.ts'
import { apiPageRoutes } from './page-routes.ts'
import { ApiProblem } from './problem.ts'
import { releaseRoutes } from './release-routes.ts'
import { serviceRoutes } from './service-routes.ts'

export type Api = {
  readonly db: Db
  readonly findRelease: AnyReleaseReader
  readonly directory: Directory
  readonly clock: () => Date
}

const shared = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'content-location, etag, link, retry-after',
  'cross-origin-resource-policy': 'cross-origin'
}

/** What programs read: public facts and releases, without a key and from any page, and nothing that can be written. */
export async function apiRoutes(app: FastifyInstance, api: Api, renderer: Renderer): Promise<void> {
  let operations: readonly ApiOperation[] = []
  await app.register(
    async scope => {
      scope.addHook('onRequest', async (_request, reply) => {
        reply.headers(shared)
      })
      // Every answer is made as text before it is sent.
      scope.setSerializerCompiler(() => data => JSON.stringify(data))
      problemAnswers(scope)
      // Else these would be taken for pages in a language called api.
      for (const url of ['/', '/*'])
        scope.all(url, { schema: { hide: true } }, async () => {
          throw new ApiProblem('not-found')
        })
      await scope.register(
        async v1 => {
          await describeApi(v1)
          operations = listOperations(v1)
          serviceRoutes(v1)
          consultationRoutes(v1, api)
          releaseRoutes(v1, api)
        },
        { prefix: apiRoot.slice('/api'.length) }
      )
    },
    { prefix: '/api' }
  )
  apiPageRoutes(app, { api, operations, renderer })
}
