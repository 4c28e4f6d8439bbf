import Type from 'typebox'
import type { Made } from '../made.ts'
import { strict } from './facts.ts'

/** An error as RFC 9457 has it. */
export const Problem = Type.Object(
  {
    type: Type.String({ description: 'Where this sort of problem is explained.' }),
    title: Type.String(),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    detail: Type.Optional(Type.String()),
    reference: Type.Optional(Type.String({ description: 'To be quoted to whoever runs this server.' }))
  },
  { ...strict, description: 'Why there is no answer (RFC 9457).' }
)
export type Problem = Made<typeof Problem>
