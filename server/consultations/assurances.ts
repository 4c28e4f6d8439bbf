import Type, { type Static } from 'typebox'
import { Check } from 'typebox/value'
import type { Parsed, Problem } from '#surveys'
import { readLeadKey } from '../safeguarding/lead-key.ts'
import { isContact } from '../site.ts'

/** Shortest and longest text of an assurance, in characters. */
const lengths = { minLength: 2, maxLength: 300 } as const
const Words = Type.String(lengths)

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
  safeguardingProcedure: Words,
  /** To which the lead's rows are sealed, as `leadKeyText` writes it; without one nobody is told of signs of harm. */
  safeguardingKey: Type.Optional(Words)
})
export type Assurances = Static<typeof Assurances>

/** Assurances as they were written, before anybody looked whether all are there. */
export type Given = Readonly<Partial<Record<keyof Assurances, string>>>

/** Each with its name in files and messages, and what is said where it is missing, unless it may be; in the order in which they are asked. */
export const assuranceFields = [
  { key: 'controller', name: 'controller', missing: 'assurances.controller' },
  { key: 'contact', name: 'contact', missing: 'assurances.contact' },
  { key: 'lawfulBasis', name: 'lawful-basis', missing: 'assurances.lawfulBasis' },
  { key: 'assessment', name: 'impact-assessment', missing: 'assurances.assessment' },
  { key: 'ethics', name: 'ethics-approval', missing: 'assurances.ethics' },
  { key: 'safeguardingLead', name: 'safeguarding-lead', missing: 'assurances.safeguardingLead' },
  {
    key: 'safeguardingProcedure',
    name: 'safeguarding-procedure',
    missing: 'assurances.safeguardingProcedure'
  },
  { key: 'safeguardingKey', name: 'safeguarding-key', missing: null }
] as const satisfies readonly { key: keyof Assurances; name: string; missing: string | null }[]

/** Looks whether all are there and can be shown. @param given undefined where none were brought along at all */
export function checkAssurances(given: Given | undefined): Parsed<Assurances> {
  const problems = assuranceFields.flatMap(field => problemOf(field, given?.[field.key]?.trim() ?? ''))
  if (given === undefined) problems.unshift({ at: '--assurances', code: 'assurances.none' })
  if (problems.length > 0) return { ok: false, problems }
  const value = Object.fromEntries(
    assuranceFields.flatMap(({ key }) => {
      const text = given?.[key]?.trim() ?? ''
      return text === '' ? [] : [[key, text]]
    })
  )
  if (!Check(Assurances, value)) throw new RangeError('assurances without a problem are not complete')
  return { ok: true, value }
}

function problemOf({ key, name, missing }: (typeof assuranceFields)[number], text: string): Problem[] {
  if (text === '') return missing === null ? [] : [{ at: name, code: missing }]
  if (!Check(Words, text) || cannotBeShown.test(text)) {
    const params = { fewest: lengths.minLength, most: lengths.maxLength }
    return [{ at: name, code: 'assurances.form', params }]
  }
  if (key === 'contact' && !isContact(text)) return [{ at: name, code: 'assurances.notAContact' }]
  if (key === 'safeguardingKey' && readLeadKey(text) === undefined)
    return [{ at: name, code: 'assurances.notAKey' }]
  return []
}

/** What no eye sees, or what changes the direction of all that follows; joiners belong to some scripts. */
const cannotBeShown = /[^\P{C}\u200C\u200D]/u
