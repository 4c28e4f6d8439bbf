import type { Language } from '#locales'
import { wordsFor, type ClosedQuestion, type Question } from '#surveys'
import { narrate } from '../narrative/narrate.ts'
import { leadsOf, type Lead } from '../narrative/lead.ts'
import type { Narrative } from '../narrative/sentence.ts'
import type { Release } from '../release.ts'
import { closedQuestionsOf } from '../release-parts.ts'
import { weightingOf, type Weighting } from '../weighting/weighting.ts'

/** What all parts of a report are made from. */
export type Material = {
  readonly release: Release
  readonly language: Language
  /** The consultation's title, in the words of respondents. */
  readonly title: string
  readonly narrative: Narrative
  /** What each question comes to, where that can be said. */
  readonly leads: ReadonlyMap<string, Lead>
  readonly closed: ReadonlyMap<string, ClosedQuestion>
  readonly weighting: Weighting
}

export function materialOf(release: Release, language: Language): Material {
  const { questionnaire } = release.version
  return {
    release,
    language,
    title: wordsFor(questionnaire.title, language, 'standard'),
    narrative: narrate(release, language),
    leads: leadsOf(release, language),
    closed: closedQuestionsOf(release),
    weighting: weightingOf(release)
  }
}

/** Whether a question tells who answered, not what they think: a background question, or one that splits results. */
export function isBackground(question: Question, { breakdowns }: Release): boolean {
  return ('profile' in question && question.profile !== undefined) || breakdowns.includes(question.id)
}

/** Whether there is a table by groups that is not crossed with another. */
export function hasGroups({ release }: Material): boolean {
  return release.tables.some(table => table.by.length === 1)
}
