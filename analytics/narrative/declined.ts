import { formatNumber } from '#locales'
import { saidCount } from './said.ts'
import { sentence, type Sentence } from './sentence.ts'
import type { Topic } from './topic.ts'

/** Who did not know or preferred not to say is mentioned from one in so many of them and the base together: 5 %. */
const oneIn = 20

/**
 * Those who did not know and those who preferred not to say, where they are many. Counts only: their share is printed
 * nowhere, and no sentence says a number that is not in its release.
 */
export function declinedSentences({ column, base, question, language }: Topic): readonly Sentence[] {
  return column.states.flatMap(({ state, n }) => {
    if ((state !== 'dk' && state !== 'pns') || n === null || n * oneIn < base + n) return []
    const params = { count: n, number: formatNumber(n, language) }
    return [sentence(language, frames[state], params, [saidCount(question.id, 'state', n, state)])]
  })
}

const frames = { dk: 'narrative:declined.dk', pns: 'narrative:declined.pns' } as const
