import { kindOf, questionsOf, type Problem, type Question, type Questionnaire } from '#surveys'

/**
 * What breakdowns may be. Each combination of two of them is a column in every question's table, those that nobody has
 * included: with countries by countries a release would not fit into memory, and by then it is too late to choose.
 */
export const breakdownLimits = { questions: 3, combinations: 2500 } as const

type Splitting = Extract<Question, { kind: 'single' | 'scale' }>

/** Everything that is wrong with the questions by which results are to be split. */
export function checkBreakdowns(named: readonly string[], questionnaire: Questionnaire): Problem[] {
  const at = '--breakdowns'
  const limit = breakdownLimits.questions
  if (named.length > limit) {
    return [{ at, code: 'open.breakdownTooMany', params: { limit, given: named.length } }]
  }
  const asked = questionsOf(questionnaire)
  const problems = named.flatMap((question, index): Problem[] => {
    if (named.indexOf(question) !== index) return [{ at, code: 'open.breakdownTwice', params: { question } }]
    const found = asked.find(({ id }) => id === question)
    if (found === undefined) return [{ at, code: 'open.breakdownUnknown', params: { question } }]
    return isSplitting(found) ? [] : [{ at, code: 'open.breakdownKind', params: { question } }]
  })
  if (problems.length > 0) return problems
  return tooFine(named.flatMap(question => asked.find(({ id }) => id === question) ?? []).filter(isSplitting))
}

function isSplitting(question: Question): question is Splitting {
  return question.kind === 'single' || question.kind === 'scale'
}

/** The pairs that would make more columns than `breakdownLimits` allows. */
function tooFine(splits: readonly Splitting[]): Problem[] {
  return splits.flatMap((first, index) =>
    splits.slice(index + 1).flatMap((second): Problem[] => {
      const combinations = valuesOf(first) * valuesOf(second)
      const limit = breakdownLimits.combinations
      if (combinations <= limit) return []
      const params = { first: first.id, second: second.id, combinations, limit }
      return [{ at: '--breakdowns', code: 'open.breakdownsTooFine', params }]
    })
  )
}

/** Its options, and "not given". */
function valuesOf(question: Splitting): number {
  return kindOf(question).codes(question).length + 1
}
