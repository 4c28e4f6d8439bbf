import type { TSchema } from 'typebox'

const place = '#/components/schemas/'

type Json = { readonly [key: string]: unknown }

/**
 * Named schemas as OpenAPI has them: where one stands in another, a reference takes its place, and so it is with those
 * that refer to themselves.
 */
export function componentsOf(named: Readonly<Record<string, TSchema>>): Record<string, object> {
  const nameOf = new Map<unknown, string>(Object.entries(named).map(([name, schema]) => [schema, name]))
  const found: Record<string, object> = {}

  function inside(value: unknown): unknown {
    const name = nameOf.get(value)
    if (name !== undefined) return { $ref: place + name }
    return resolved(value)
  }

  function resolved(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(inside)
    if (!isJson(value)) return value
    const { $defs, $ref, ...rest } = value
    if (isJson($defs)) for (const [name, schema] of Object.entries($defs)) keep(name, schema)
    if (typeof $ref === 'string') return { $ref: $ref.startsWith('#') ? $ref : place + $ref }
    return Object.fromEntries(
      Object.entries(rest).flatMap(([key, each]) => (key === '$id' ? [] : [[key, inside(each)]]))
    )
  }

  function keep(name: string, schema: unknown): void {
    const made = resolved(schema)
    if (isJson(made)) found[name] = made
  }

  for (const [name, schema] of Object.entries(named)) keep(name, schema)
  return found
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null
}
