import { Ajv2020 } from 'ajv/dist/2020.js'
import type { FastifyInstance } from 'fastify'

type Described = { readonly operationId: string; readonly responses: Readonly<Record<string, Response>> }
type Response = { readonly content?: Readonly<Record<string, { readonly schema: object }>> }

export type Description = {
  readonly paths: Readonly<Record<string, { readonly get: Described }>>
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}

/** The description of the API as the app serves it. */
export async function descriptionOf(app: FastifyInstance): Promise<Description> {
  const reply = await app.inject('/api/v1/openapi.json')
  return JSON.parse(reply.body) as Description
}

/**
 * What is wrong with an answer by the description alone: its status, its media type, its body. Judged by Ajv, which
 * knows nothing of the schemas the app is written with.
 */
export function judgeOf(description: Description) {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true })
  ajv.addKeyword('components')
  ajv.addSchema({ $id: 'api', components: description.components })
  return (path: string, reply: { statusCode: number; headers: object; body: string }): string[] => {
    const response = description.paths[path]?.get.responses[String(reply.statusCode)]
    if (response === undefined) return [`${path} does not say that it answers ${reply.statusCode}`]
    const type = String(new Headers(reply.headers as Record<string, string>).get('content-type')).split(
      ';'
    )[0]
    const content = response.content?.[type ?? '']
    if (content === undefined) return [`${path} does not say that ${reply.statusCode} is ${type}`]
    const schema = JSON.parse(JSON.stringify(content.schema).replaceAll('"#/', '"api#/')) as object
    const check = ajv.compile(schema)
    return check(JSON.parse(reply.body))
      ? []
      : (check.errors ?? []).map(error => `${path} ${error.instancePath} ${error.message}`)
  }
}

/** Every address below /api that can be read, as the app itself lists them. */
export function readableRoutes(app: FastifyInstance): string[] {
  const above: string[] = []
  const found: string[] = []
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent = '', label = '', methods = ''] = /^([│├└─ ]*)(\S*)(?: \((.*)\))?$/.exec(line) ?? []
    const depth = indent.length / 4
    above.length = depth
    above[depth] = label
    // What takes every method says that there is nothing.
    if (/\bGET\b/.test(methods) && !/\bTRACE\b/.test(methods)) found.push(above.join(''))
  }
  return found.filter(path => /^\/?api\//.test(path)).map(path => path.replace(/:(\w+)/g, '{$1}'))
}
