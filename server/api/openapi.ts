import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifySchema } from 'fastify'
import Type, { type TSchema } from 'typebox'
import { translator } from '#locales'
import { statuses, titleOf, type Sort } from './problem.ts'
import { componentsOf } from './components.ts'
import { licence, limits } from './licence.ts'
import { components } from './schemas/index.ts'

export type ComponentName = keyof typeof components

const t = translator('en')

/** The description of the API, made of the routes that are registered after it. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: t('api:title'),
        version: '1',
        description: [t('api:lead'), ...limits].join('\n\n'),
        license: { name: licence.name, identifier: licence.name }
      },
      servers: [{ url: '/', description: t('api:thisServer') }],
      security: [],
      tags: [{ name: 'results', description: t('api:lead') }],
      components: { schemas: componentsOf(components) }
    },
    hideUntagged: true
  })
}

export type Operation = {
  readonly id: string
  readonly params?: Readonly<Record<string, TSchema>>
  readonly query?: Readonly<Record<string, TSchema>>
  readonly holds: ComponentName
  /** What can go wrong besides a server that cannot answer. */
  readonly problems: readonly Sort[]
}

/** How one address is described. */
export function operation({ id, params, query, holds, problems }: Operation): FastifySchema {
  return {
    operationId: id,
    tags: ['results'],
    summary: t(`api:operations.${id}`),
    ...(params && { params: Type.Object(params) }),
    ...(query && { querystring: Type.Object(query) }),
    response: {
      200: {
        description: t(`api:operations.${id}`),
        headers: { ETag: { type: 'string', description: t('api:etag') } },
        content: { 'application/json': { schema: Type.Ref(`#/components/schemas/${holds}`) } }
      },
      304: { description: t('api:unchanged'), type: 'null' },
      ...problemResponses([...problems, 'not-acceptable', 'failure', 'unavailable'])
    }
  }
}

/** One answer for each status: several sorts of problem can have the same. */
function problemResponses(named: readonly Sort[]): Record<string, object> {
  const schema = Type.Ref('#/components/schemas/Problem')
  const answered = [...new Set(named.map(sort => statuses[sort]))]
  return Object.fromEntries(
    answered.map(status => [
      status,
      {
        description: named
          .filter(sort => statuses[sort] === status)
          .map(sort => `${titleOf(sort)}.`)
          .join(' '),
        content: { 'application/problem+json': { schema } }
      }
    ])
  )
}
