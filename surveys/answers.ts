import { holds } from './conditions.ts'
import type { Parsed, Problem } from './problem.ts'
import { read } from './reading.ts'
import type { Shape } from './shape.ts'

/**
 * What became of one question for one respondent. The five states are kept apart from the form to the CSV:
 * answered, did not know, preferred not to say, skipped, not shown.
 */
export type Answer =
  | { readonly state: 'answered'; readonly codes: readonly string[] }
  | { readonly state: 'answered'; readonly number: number }
  | { readonly state: 'answered'; readonly text: string }
  | { readonly state: 'dk' | 'pns' | 'skipped' | 'not_shown' }

/** Answers by question id. */
export type Answers = ReadonlyMap<string, Answer>

/** What came in for each question, by its id: ticked codes, or the one thing that was typed. */
export type Given = ReadonlyMap<string, readonly string[]>

/**
 * A filled-in form as answers along the route. What was given to questions off the route is dropped unread;
 * every problem on the route is collected, each `at` its question's id.
 */
export function readAnswers(shapes: readonly Shape[], given: Given): Parsed<Answers> {
  const answers = new Map<string, Answer>()
  const problems: Problem[] = []
  for (const shape of shapes) {
    if (shape.showWhen !== undefined && !holds(shape.showWhen, answers)) {
      answers.set(shape.id, { state: 'not_shown' })
      continue
    }
    const parsed = read(shape, given.get(shape.id) ?? [])
    if (!parsed.ok) problems.push(...parsed.problems)
    answers.set(shape.id, parsed.ok ? parsed.value : { state: 'skipped' })
  }
  return problems.length === 0 ? { ok: true, value: answers } : { ok: false, problems }
}
