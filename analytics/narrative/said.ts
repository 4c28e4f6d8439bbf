import type { Said } from './sentence.ts'
import type { Standing } from './standings.ts'

/** The shares of answers, among all respondents, that a sentence says. */
export function saidShares(question: string, { codes, percent, status }: Standing): readonly Said[] {
  return codes.map(code => ({ ...everyone, question, what: 'share', code, value: percent, status }))
}

/** A count among all respondents that a sentence says. @param code the state, where it counts one */
export function saidCount(
  question: string,
  what: 'base' | 'state' | 'written',
  value: number,
  code: string | null = null
): Said {
  return { ...everyone, question, what, code, value, status: '' }
}

const everyone = { by: [], values: [] } as const
