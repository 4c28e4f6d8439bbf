import Type from 'typebox'
import type { Made } from '../made.ts'
import { Address, strict } from './facts.ts'

/** What stands at the root of the API. */
export const Service = Type.Object(
  {
    name: Type.Literal('Earshot'),
    version: Type.Literal('v1'),
    licence: Type.Object({ name: Type.String(), url: Type.String() }, strict),
    /** What everybody has to know who uses a figure. */
    notes: Type.Array(Type.String()),
    links: Type.Object({ consultations: Address, description: Address, documentation: Address }, strict)
  },
  { ...strict, description: 'What this API is, and where to begin.' }
)
export type Service = Made<typeof Service>

export const Description = Type.Object(
  {
    openapi: Type.String({ pattern: '^3\\.1\\.\\d+$' }),
    info: Type.Object({ title: Type.String(), version: Type.String() }),
    paths: Type.Object({}),
    components: Type.Object({})
  },
  { description: 'The description of this API, OpenAPI 3.1.' }
)
