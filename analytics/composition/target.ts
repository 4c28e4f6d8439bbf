import Type, { type Static } from 'typebox'

/** What respondents are compared by with those they come from. All are declared answers; nothing is measured. */
export const dimensions = ['age_band', 'gender', 'region', 'language'] as const
export type Dimension = (typeof dimensions)[number]

/** When the figures of a target are of: a year, a month or a day. */
export const targetDate = '^\\d{4}(-\\d{2}(-\\d{2})?)?$'

const strict = { additionalProperties: false }
const Line = Type.String({ minLength: 1, maxLength: 300 })

/**
 * How many of those a consultation is for have each value of each dimension, by whom and when this was counted; declared
 * at opening and kept from then on.
 */
export const Target = Type.Object(
  {
    margins: Type.Array(
      Type.Object(
        {
          dimension: Type.Enum(dimensions),
          /** Where the numbers come from, as it is printed. */
          source: Line,
          date: Type.String({ pattern: targetDate }),
          /** People, or shares in any unit: only their proportions count. Values without a number are left out. */
          numbers: Type.Array(
            Type.Object({ code: Type.String(), number: Type.Number({ exclusiveMinimum: 0 }) }, strict),
            { minItems: 2 }
          )
        },
        strict
      ),
      { minItems: 1 }
    ),
    /** By which of the dimensions weighted shares are to be printed too; none unless it was asked for at opening. */
    weighBy: Type.Array(Type.Enum(dimensions), { maxItems: 2 })
  },
  strict
)
export type Target = Static<typeof Target>
export type TargetMargin = Target['margins'][number]
