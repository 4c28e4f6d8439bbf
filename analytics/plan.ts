import { tabledQuestions, type ClosedQuestion, type Questionnaire } from '#surveys'

/** The tables one question gets: each `by` is a list of none, one or two breakdown questions. */
export type PlannedTables = { readonly question: string; readonly by: readonly (readonly string[])[] }

/** Background questions that are shown alone: crossed with another they describe single persons. */
const alone: readonly (string | undefined)[] = ['disability', 'setting']

/**
 * Which tables may exist: each closed question for all respondents, by each breakdown, by each pair of breakdowns.
 * Never a question by itself, never disability or setting crossed with another background question, never region with
 * country, which only says it once more, never a sensitive question or a breakdown question by two.
 *
 * @param breakdowns ids of at most three closed questions, and region beside country, in the order in which they are
 *   to be shown
 */
export function plannedTables(
  questionnaire: Questionnaire,
  breakdowns: readonly string[]
): readonly PlannedTables[] {
  const closed = tabledQuestions(questionnaire)
  const splits = breakdowns.flatMap(id => closed.find(question => question.id === id) ?? [])
  return closed.map(question => ({
    question: question.id,
    by: [[], ...splits.map(split => [split]), ...pairsOf(splits)]
      .filter(by => mayExist(question, by, breakdowns))
      .map(by => by.map(split => split.id))
  }))
}

function mayExist(
  question: ClosedQuestion,
  by: readonly ClosedQuestion[],
  breakdowns: readonly string[]
): boolean {
  if (by.includes(question)) return false
  // A breakdown question crossed with another counts the members of a group of two: the same rule holds for it.
  const crossed = breakdowns.includes(question.id) || standsAlone(question) ? [question, ...by] : by
  if (crossed.length > 1 && crossed.some(standsAlone)) return false
  if (crossed.length > 2) return false
  if (isNested([question, ...by])) return false
  return !([question, ...by].some(({ sensitive }) => sensitive === true) && by.length > 1)
}

function isNested(questions: readonly ClosedQuestion[]): boolean {
  const places = questions.filter(({ profile }) => profile === 'region' || profile === 'country')
  return places.length > 1
}

function standsAlone(question: ClosedQuestion): boolean {
  return alone.includes(question.profile)
}

function pairsOf<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.flatMap((first, index) =>
    items.slice(index + 1).map((second): readonly [T, T] => [first, second])
  )
}
