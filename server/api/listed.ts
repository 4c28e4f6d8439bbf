import type { FastifyInstance } from 'fastify'
import type { ApiOperation } from '#views'

/** The addresses of the API as they are registered from here on, for the page that shows them to people. */
export function listOperations(app: FastifyInstance): readonly ApiOperation[] {
  const listed: ApiOperation[] = []
  app.addHook('onRoute', ({ url, method, schema }) => {
    if (method !== 'GET' || schema?.operationId === undefined) return
    listed.push({
      id: schema.operationId,
      path: url.replace(/(?<=.)\/$/, '').replace(/:(\w+)/g, '{$1}'),
      parts: [...url.matchAll(/:(\w+)/g)].flatMap(([, name]) => name ?? []),
      queries: propertiesOf(schema.querystring)
    })
  })
  return listed
}

function propertiesOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null || !('properties' in schema)) return []
  return Object.keys(schema.properties ?? {})
}
