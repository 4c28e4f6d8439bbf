import { assuranceFields, type Assurances } from '../../server/consultations/assurances.ts'

/** What a consultation that is no demonstration needs to open. */
export const assurances: Assurances = {
  controller: 'Office for Children and Youth, Ministry of Education',
  contact: 'children@example.org',
  lawfulBasis: 'Task in the public interest: Education Act, section 12',
  assessment: 'DPIA 2026/3 of 12 January 2026',
  ethics: 'Ethics committee, approval 2026-17',
  safeguardingLead: 'Head of Child Protection',
  safeguardingProcedure: 'https://example.org/safeguarding'
}

/** The same as the file that the command line takes. */
export function assurancesFile(given: Partial<Assurances> = assurances): string {
  return assuranceFields.map(({ key, name }) => `${name}: ${given[key] ?? ''}\n`).join('')
}
