import {
  kindOf,
  profileQuestion,
  questionsOf,
  withDerived,
  type Problem,
  type Question,
  type Questionnaire
} from '#surveys'

/**
 * What breakdowns may be. Each combination of two of them is a column in every question's table, those that nobody has
 * included: with countries by countries a release would not fit into memory, and by then it is too late to choose.
 */
export const breakdownLimits = { questions: 3, combinations: 2500 } as const

/**
 * The breakdowns as they are kept: before the country stands the region, which shows everybody whose country is too
 * small to be shown, and what is left of a region beside its countries. It is not one of the three.
 */
export function keptBreakdowns(named: readonly string[], questionnaire: Questionnaire): string[] {
  const asked = withDerived(questionnaire, questionsOf(questionnaire))
  const region = profileQuestion(asked, 'region')
  const country = profileQuestion(asked, 'country')
  if (region === undefined || !isSplitting(region) || named.includes(region.id)) return [...named]
  return named.flatMap(id => (id === country?.id ? [region.id, id] : [id]))
}

type Splitting = Extract<Question, { kind: 'single' | 'scale' }>

/** Everything that is wrong with the questions by which results are to be split. */
export function checkBreakdowns(named: readonly string[], questionnaire: Questionnaire): Problem[] {
  const at = '--breakdowns'
  const limit = breakdownLimits.questions
  if (named.length > limit) {
    return [{ at, code: 'open.breakdownTooMany', params: { limit, given: named.length } }]
  }
  const asked = withDerived(questionnaire, questionsOf(questionnaire))
  const problems = named.flatMap((question, index): Problem[] => {
    if (named.indexOf(question) !== index) return [{ at, code: 'open.breakdownTwice', params: { question } }]
    const found = asked.find(({ id }) => id === question)
    if (found === undefined) {
      const questions = asked.filter(isSplitting).map(({ id }) => id)
      return [{ at, code: 'open.breakdownUnknown', params: { question, questions: questions.join(', ') } }]
    }
    return isSplitting(found) ? [] : [{ at, code: 'open.breakdownKind', params: { question } }]
  })
  if (problems.length > 0) return problems
  return tooFine(
    keptBreakdowns(named, questionnaire)
      .flatMap(question => asked.find(({ id }) => id === question) ?? [])
      .filter(isSplitting)
  )
}

function isSplitting(question: Question): question is Splitting {
  return question.kind === 'single' || question.kind === 'scale'
}

/** The pairs that would make more columns than `breakdownLimits` allows. */
function tooFine(splits: readonly Splitting[]): Problem[] {
  return splits.flatMap((first, index) =>
    splits.slice(index + 1).flatMap((second): Problem[] => {
      if (isPlace(first) && isPlace(second)) return []
      const combinations = valuesOf(first) * valuesOf(second)
      const limit = breakdownLimits.combinations
      if (combinations <= limit) return []
      const params = { first: first.id, second: second.id, combinations, limit }
      return [{ at: '--breakdowns', code: 'open.breakdownsTooFine', params }]
    })
  )
}

/** Region and country are never crossed. */
function isPlace({ profile }: Splitting): boolean {
  return profile === 'region' || profile === 'country'
}

/** Its options, and "not given". */
function valuesOf(question: Splitting): number {
  return kindOf(question).codes(question).length + 1
}
