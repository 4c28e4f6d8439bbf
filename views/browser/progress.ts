import { holds, type Answers } from '#surveys/browser'
import type { Condition, ScriptData } from '../respond/script-contract.ts'

/** The part of the page's data that decides. */
export type Asked = Pick<ScriptData, 'shapes' | 'asked'>

/** True, false, or not known before later questions have been answered. */
type Truth = boolean | undefined

/**
 * How many questions there can be at most: those passed that were on the route, and those to come that are not
 * ruled out yet. From answer to answer the number only falls; going back and
 * answering otherwise can raise it again.
 *
 * @param at position of the question that is shown, in `data.asked`
 */
export function mostQuestions(data: Asked, answers: Answers, at: number): number {
  const shown = new Map<string, Truth>()
  for (const { id, showWhen } of data.shapes) {
    const isSettled = (question: string) => shown.get(question) === false || data.asked.indexOf(question) < at
    shown.set(id, showWhen === undefined || truthOf(showWhen, answers, isSettled))
  }
  return data.asked.filter(id => shown.get(id) !== false).length
}

function truthOf(condition: Condition, answers: Answers, isSettled: (question: string) => boolean): Truth {
  const parts = (conditions: readonly Condition[]) =>
    conditions.map(part => truthOf(part, answers, isSettled))
  if ('all' in condition) return allOf(parts(condition.all))
  if ('any' in condition) return not(allOf(parts(condition.any).map(not)))
  if ('not' in condition) return not(truthOf(condition.not, answers, isSettled))
  return isSettled(condition.question) ? holds(condition, answers) : undefined
}

function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false
  return truths.includes(undefined) ? undefined : true
}

function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth
}
