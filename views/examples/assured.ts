import type { Assured, PrivacyOf } from '../article/answering.ts'
import { exampleFacts } from './consultation.ts'

const consultation = { ...exampleFacts, demonstration: false }
const assured: Assured = {
  controller: 'Office for Children and Youth, Ministry of Education',
  contact: 'children@example.org',
  lawfulBasis: 'Task in the public interest: Education Act, section 12',
  assessment: 'DPIA 2026/3 of 12 January 2026',
  ethics: 'Ethics committee, approval 2026-17',
  safeguardingLead: 'Head of Child Protection',
  safeguardingProcedure: 'https://example.org/safeguarding'
}

/** Pages about privacy of consultations, by what is special about each. */
export const examplePrivacyOf = {
  'of a consultation': { consultation, access: 'open', assured },
  'of a consultation with cards': { consultation, access: 'cards', assured },
  'of a consultation with long words': { consultation, access: 'room', assured: withLongest() },
  'of a demonstration': {
    consultation: { ...exampleFacts, demonstration: true },
    access: 'open',
    assured: null
  }
} as const satisfies Record<string, PrivacyOf>

/** The longest that could be written, and a direction of its own. */
function withLongest(): Assured {
  const long = `${'Bundesministerium'.repeat(8)} <b>وزارة التعليم</b> & 教育部 `.padEnd(300, 'x')
  return {
    ...assured,
    controller: long,
    ethics: long,
    safeguardingProcedure: `https://example.org/${'a'.repeat(270)}`
  }
}
