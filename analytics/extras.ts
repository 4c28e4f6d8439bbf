import type { ClosedQuestion } from '#surveys'
import type { Extra } from './table.ts'

/**
 * Points of a scale from which its two highest are counted together. Of three points two would be the greater part
 * of the scale, and the highest has its own cell anyway: there a "top box" is what is usual.
 */
const pointsFromWhichTwo = 4

/** The code of the two highest points of a scale together; reserved, so that no option has it. */
export const topTwo = 'top2'

/** The code of an option as first choice. Options have no colon in theirs. */
export function firstChoice(code: string): string {
  return `first:${code}`
}

/** What is counted of a question beside its single answers. */
export function extrasOf(question: ClosedQuestion): readonly Extra[] {
  switch (question.kind) {
    case 'scale': {
      const codes = question.options.map(({ code }) => code)
      if (codes.length < pointsFromWhichTwo) return []
      const of = question.top === 'first' ? codes.slice(0, 2) : codes.slice(-2)
      return [{ code: topTwo, kind: 'top2', of }]
    }
    case 'ranking':
      // Where only the first place is counted, it is what the answers themselves count.
      return placesOf(question) === 1
        ? []
        : question.options.map(({ code }) => ({ code: firstChoice(code), kind: 'first', of: [code] }))
    default:
      return []
  }
}

/**
 * In how many first places of a ranking an option is counted. Where everything is ranked, everybody has every option
 * somewhere: then the upper half tells them apart, at most three places.
 */
export function placesOf({
  options,
  upTo
}: Pick<Extract<ClosedQuestion, { kind: 'ranking' }>, 'options' | 'upTo'>): number {
  return upTo < options.length ? upTo : Math.max(1, Math.min(3, Math.floor(options.length / 2)))
}
