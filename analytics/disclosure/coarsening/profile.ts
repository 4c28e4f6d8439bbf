import type { Codebook, ProfileName, SingleQuestion } from '#surveys'

/** One background question of a version, and where a response keeps its answer. */
export type ProfileItem = {
  readonly question: SingleQuestion & { readonly profile: ProfileName }
  /** Index of its slot. */
  readonly at: number
}

/**
 * Least needed first: no report splits by setting or disability beyond a single table, a country is mostly told by its
 * region, and age and gender are what every composition table begins with.
 */
const leastNeeded: readonly ProfileName[] = [
  'setting',
  'disability',
  'country',
  'region',
  'gender',
  'age_band'
]

/**
 * The background questions of a version in the order in which their answers are given up: those that no result is
 * split by, then the breakdowns, the one named last at opening first.
 */
export function profileItems(codebook: Codebook, breakdowns: readonly string[]): readonly ProfileItem[] {
  const items = codebook.entries.flatMap(({ question, slots: [slot] }): ProfileItem[] =>
    isProfile(question) && slot !== undefined ? [{ question, at: slot.at }] : []
  )
  const need = ({ question }: ProfileItem): number => {
    const breakdown = breakdowns.indexOf(question.id)
    return breakdown === -1
      ? leastNeeded.indexOf(question.profile)
      : leastNeeded.length + breakdowns.length - breakdown
  }
  return items.toSorted((a, b) => need(a) - need(b))
}

function isProfile(question: Codebook['entries'][number]['question']): question is ProfileItem['question'] {
  return question.kind === 'single' && question.profile !== undefined
}
