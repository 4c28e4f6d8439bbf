import canonicalize from 'canonicalize'
import type { Questionnaire } from './questionnaire.ts'

/** The canonical bytes of a questionnaire (RFC 8785), over which the hash of its frozen version is taken. */
export function canonicalQuestionnaire(questionnaire: Questionnaire): string {
  const canonical = canonicalize(questionnaire)
  if (canonical === undefined) throw new RangeError('a questionnaire is an object')
  return canonical
}
