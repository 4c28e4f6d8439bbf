import type { Lead } from '../narrative/lead.ts'
import type { Material } from './material.ts'

/**
 * The findings that say most: the leading answers with the largest printed shares, in the order of the form.
 * Questions about respondents themselves are no findings.
 */
export function strongestLeads({ leads }: Material, most: number): readonly Lead[] {
  const findings = [...leads.values()].filter(lead => !lead.profile)
  const strongest = new Set(findings.toSorted((a, b) => b.percent - a.percent).slice(0, most))
  return findings.filter(lead => strongest.has(lead))
}
