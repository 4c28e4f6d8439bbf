import Type, { type Static } from 'typebox'

const strict = { additionalProperties: false }
const Count = Type.Integer({ minimum: 0 })
const Percent = Type.Integer({ minimum: 50, maximum: 100 })

/** The parameters of disclosure control. Fixed when a consultation opens, stored and printed with a release. */
export const Policy = Type.Object(
  {
    /** Noise on every count, in persons: a whole number from -D to D with mean 0 and variance V. */
    noise: Type.Object(
      { D: Type.Integer({ minimum: 1, maximum: 50 }), V: Type.Number({ exclusiveMinimum: 0 }) },
      strict
    ),
    /** Printed counts below this are hidden, zero included. */
    countFrom: Count,
    /** No percentage on a printed base below this. */
    percentFrom: Count,
    /** Percentages on a printed base below this are flagged. */
    plainFrom: Count,
    /** Shares from `percent` on are printed as "`percent` or more" when the printed base is below `below`. */
    topCoding: Type.Array(
      Type.Object({ below: Type.Union([Count, Type.Null()]), percent: Percent }, strict),
      { minItems: 1 }
    ),
    /** Printed answers of a country from which it is shown as a group. */
    countryFrom: Count,
    /** Two published groups never differ by this many people, both ends included. */
    difference: Type.Object({ from: Count, to: Count }, strict),
    /** Two releases of a consultation differ by no response or by at least this many. */
    releaseStep: Count
  },
  strict
)
export type Policy = Static<typeof Policy>

export const defaultPolicy: Policy = {
  noise: { D: 5, V: 3 },
  countFrom: 10,
  percentFrom: 50,
  plainFrom: 100,
  topCoding: [
    { below: 100, percent: 95 },
    { below: 300, percent: 98 },
    { below: null, percent: 99 }
  ],
  countryFrom: 100,
  difference: { from: 1, to: 9 },
  releaseStep: 10
}
