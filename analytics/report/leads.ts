import type { Lead } from '../narrative/lead.ts'
import { isBackground, type Material } from './material.ts'

/**
 * The findings that say most: the leading answers with the largest printed shares, in the order of the form.
 * Questions about respondents themselves are no findings.
 */
export function strongestLeads(material: Material, most: number): readonly Lead[] {
  const { leads, closed, release } = material
  const findings = [...closed.values()]
    .filter(question => !isBackground(question, release))
    .flatMap(question => leads.get(question.id) ?? [])
  const strongest = new Set(findings.toSorted((a, b) => b.percent - a.percent).slice(0, most))
  return findings.filter(lead => strongest.has(lead))
}
