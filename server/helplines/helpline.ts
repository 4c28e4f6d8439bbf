import Type, { type Static, type TSchema } from 'typebox'
import { countryCodes, isDate } from '#surveys'
import { isDialled, isLanguageTag, isReadable, isSecureAddress } from './fields.ts'

/** Lengths in characters; nothing a helpline says of itself in one line is longer. */
export const longest = { name: 120, hours: 160, source: 300, verifiedBy: 120, languages: 40 } as const

export const costs = ['free', 'charged', 'unknown'] as const

const text = (most: number) => Type.Refine(Type.String({ minLength: 1, maxLength: most }), isReadable)
const orNull = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()])

/** Where a child can find help: what a file brings, what the table keeps, and what the pages show. */
export const Helpline = Type.Object(
  {
    /** ISO 3166-1 alpha-2. */
    country: Type.Refine(Type.String(), isCountry),
    name: text(longest.name),
    number: orNull(Type.Refine(Type.String(), isDialled)),
    website: orNull(Type.Refine(Type.String(), isSecureAddress)),
    /** In the words of the line; `always` is day and night. */
    hours: text(longest.hours),
    languages: Type.Array(Type.Refine(Type.String(), isLanguageTag), {
      minItems: 1,
      maxItems: longest.languages
    }),
    cost: Type.Union([Type.Literal('free'), Type.Literal('charged'), Type.Literal('unknown')]),
    source: text(longest.source),
    verifiedOn: orNull(Type.Refine(Type.String(), isDate)),
    verifiedBy: orNull(text(longest.verifiedBy))
  },
  { additionalProperties: false }
)
export type Helpline = Static<typeof Helpline>

const countries = new Set(countryCodes().map(code => code.toUpperCase()))

/** Whether a text is the code of a country, in capital letters. */
export function isCountry(code: string): boolean {
  return countries.has(code)
}
