import Type, { type Static } from 'typebox'

const Words = Type.String({ minLength: 2, maxLength: 300 })

/** Who answers for a consultation, and on what ground: decided before it opens, shown on its page about privacy. */
export const Assurances = Type.Object({
  /** The organisation that decides why and how answers are collected. */
  controller: Words,
  /** Where the controller can be reached: an e-mail address or a web address. */
  contact: Words,
  /** The lawful basis, such as an article of a law or a decision of a body. */
  lawfulBasis: Words,
  /** Reference of the impact assessment. */
  assessment: Words,
  /** Reference of the ethics approval. */
  ethics: Words,
  /** The function that acts on signs of harm, never a private name. */
  safeguardingLead: Words,
  /** Where the procedure of safeguarding stands. */
  safeguardingProcedure: Words
})
export type Assurances = Static<typeof Assurances>
