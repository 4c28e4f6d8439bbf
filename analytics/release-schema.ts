import Type from 'typebox'
import { languages } from '#locales'
import { Questionnaire } from '#surveys'
import { Target } from './composition/target.ts'
import { Policy } from './disclosure/policy.ts'
import { states } from './table.ts'

export const strict = { additionalProperties: false }
export const Count = Type.Integer({ minimum: 0 })
const Printed = Type.Union([Count, Type.Null()])
const Percent = Type.Union([Type.Integer({ minimum: 0, maximum: 100 }), Type.Null()])
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
export const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })
/** SHA-256, base64url. */
const Fingerprint = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' })
const Strings = Type.Array(Type.String())

const Shown = Type.Enum(['', 'c'])
const PrintedCount = Type.Object({ n: Printed, status: Shown }, strict)
const PrintedCell = Type.Object(
  { code: Type.String(), n: Printed, percent: Percent, status: Type.Enum(['', 'c', 't', 'low', 'x']) },
  strict
)
const PrintedColumn = Type.Object(
  {
    values: Strings,
    size: PrintedCount,
    base: PrintedCount,
    cells: Type.Array(PrintedCell),
    extras: Type.Optional(Type.Array(PrintedCell)),
    states: Type.Array(Type.Object({ state: Type.Enum(states), n: Printed, status: Shown }, strict))
  },
  strict
)
const PrintedTable = Type.Object(
  {
    question: Type.String(),
    by: Strings,
    places: Type.Optional(Type.Integer({ minimum: 1 })),
    columns: Type.Array(PrintedColumn)
  },
  strict
)

const Meeting = Type.Object(
  { body: Type.String(), number: Type.Integer(), place: Type.String(), startsOn: Day, endsOn: Day },
  strict
)
export const Consultation = Type.Object(
  {
    slug: Type.String(),
    demonstration: Type.Boolean(),
    opensOn: Day,
    closesOn: Day,
    timeZone: Type.String(),
    languages: Type.Array(Type.Enum(languages)),
    meeting: Type.Union([Meeting, Type.Null()])
  },
  strict
)
export const Version = Type.Object(
  { number: Type.Integer({ minimum: 1 }), hash: Type.String(), questionnaire: Questionnaire },
  strict
)

const keyed = { tokenKey: Type.Union([Fingerprint, Type.Null()]), accepted: Count }
const Entry = Type.Union([
  Type.Object({ access: Type.Literal('open') }, strict),
  Type.Object(
    { access: Type.Literal('cards'), issued: Count, void: Count, redeemed: Count, ...keyed },
    strict
  ),
  Type.Object({ access: Type.Literal('room'), seats: Count, entered: Count, ...keyed }, strict)
])

/** A release as it is stored: nothing may be in it that is not named here. */
export const StoredRelease = Type.Object(
  {
    schema: Type.Literal('earshot.release/1'),
    number: Type.Integer({ minimum: 1 }),
    releasedOn: Day,
    previous: Type.Union([Hash, Type.Null()]),
    consultation: Consultation,
    version: Version,
    breakdowns: Strings,
    policy: Policy,
    responses: Count,
    entry: Type.Optional(Entry),
    tables: Type.Array(PrintedTable),
    leftOut: Type.Optional(Type.Array(Type.Object({ question: Type.String(), by: Strings }, strict))),
    declared: Type.Optional(Type.Array(PrintedTable)),
    target: Type.Optional(Target),
    written: Type.Array(Type.Object({ question: Type.String(), count: PrintedCount }, strict))
  },
  strict
)
