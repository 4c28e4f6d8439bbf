import type { Answer, Answers } from './answers.ts'
import { holds } from './conditions.ts'
import type { Condition } from './questionnaire.ts'

/**
 * Walks the form from its first question: what is on the route keeps its answer (skipped where there is none),
 * what is off it becomes "not shown", and answers given there no longer lead anywhere.
 */
export function walk(
  shapes: readonly { readonly id: string; readonly showWhen?: Condition }[],
  answers: Answers
): Answers {
  const walked = new Map<string, Answer>()
  for (const { id, showWhen } of shapes) {
    const shown = showWhen === undefined || holds(showWhen, walked)
    walked.set(id, shown ? keptAnswer(answers.get(id)) : { state: 'not_shown' })
  }
  return walked
}

function keptAnswer(answer: Answer | undefined): Answer {
  return answer === undefined || answer.state === 'not_shown' ? { state: 'skipped' } : answer
}
