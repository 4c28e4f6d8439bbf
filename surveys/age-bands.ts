import type { Edition } from './questionnaire.ts'

/** What someone may say of their age on the landing page; it picks the edition and answers the age question. */
export const ageBands = ['8_9', '10_12', '13_15', '16_17', '18_24', 'pns'] as const
export type AgeBand = (typeof ageBands)[number]

/**
 * The bands a consultation offers that anyone can enter: younger children come through cards, whose partner
 * attests that somebody gave permission.
 */
export const openAgeBands: readonly AgeBand[] = ['13_15', '16_17', '18_24', 'pns']

/** Easy words up to twelve, and for whoever prefers not to say. */
export function editionFor(band: AgeBand): Edition {
  return band === '8_9' || band === '10_12' || band === 'pns' ? 'easy' : 'standard'
}
