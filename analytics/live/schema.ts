import Type from 'typebox'
import { Consultation, Count, Day, Hash, strict, Version } from '../release-schema.ts'
import { Policy } from '../disclosure/policy.ts'
import { liveTellings, liveWords } from './table.ts'

/** From 5 to 95, in steps of 5: no other number can be said. */
const Share = Type.Integer({ minimum: 5, maximum: 95, multipleOf: 5 })
/** Nothing is told anew because of fewer people. */
const Together = Type.Integer({ minimum: 10 })

const Cell = Type.Object(
  {
    code: Type.String(),
    share: Type.Union([Share, Type.Null()]),
    word: Type.Union([Type.Enum(liveWords), Type.Null()]),
    status: Type.Enum(['', 't', 'c'])
  },
  strict
)
const Table = Type.Object(
  {
    question: Type.String(),
    renewed: Type.Integer({ minimum: 1 }),
    told: Type.Enum(liveTellings),
    cells: Type.Array(Cell)
  },
  strict
)

/** A live release as it is stored: nothing may be in it that is not named here, so no count but one. */
export const StoredLiveRelease = Type.Object(
  {
    schema: Type.Literal('earshot.live/1'),
    number: Type.Integer({ minimum: 1 }),
    releasedOn: Day,
    previous: Type.Union([Hash, Type.Null()]),
    consultation: Consultation,
    version: Version,
    policy: Policy,
    rule: Type.Object({ first: Together, step: Type.Literal(5), renewal: Together }, strict),
    responses: Count,
    tables: Type.Array(Table)
  },
  strict
)
