import type { Answer } from '../answers.ts'
import { atomsOf, referencesOf } from '../conditions.ts'
import type { Problem } from '../problem.ts'
import { questionsOf, type Condition, type Question, type Questionnaire } from '../questionnaire.ts'
import { walk } from '../route.ts'
import { conditionedItems } from './references.ts'
import { tellingAnswers } from './telling-answers.ts'

/**
 * Combinations of answers times parts of conditions: where there is more to look at, the search for one item gives
 * up and reports nothing. Two hundred items at this limit take seconds, not minutes.
 */
const mostSteps = 400_000

type Routed = { readonly id: string; readonly showWhen?: Condition }
type Choices = readonly (readonly [id: string, answers: readonly Answer[]])[]

/** Questions and notes that no combination of answers to earlier questions ever shows. */
export function checkReach(questionnaire: Questionnaire): Problem[] {
  const items = conditionedItems(questionnaire).map(({ id, showWhen }): Routed => ({
    id,
    ...(showWhen && { showWhen })
  }))
  const questions = new Map(questionsOf(questionnaire).map(question => [question.id, question]))
  return items
    .filter(item => item.showWhen !== undefined && !canBeShown(item, items, questions))
    .map(item => ({ at: item.id, code: 'check.neverShown' }))
}

function canBeShown(
  item: Routed,
  items: readonly Routed[],
  questions: ReadonlyMap<string, Question>
): boolean {
  const needed = neededFor(item, items)
  const atoms = needed.flatMap(({ showWhen }) => (showWhen === undefined ? [] : atomsOf(showWhen)))
  const choices: (readonly [string, readonly Answer[]])[] = []
  for (const { id } of needed) {
    const question = id === item.id ? undefined : questions.get(id)
    if (question === undefined) continue
    const own = atoms.filter(atom => atom.question === id)
    const answers = tellingAnswers(question, own)
    if (answers === undefined) return true
    choices.push([id, answers])
  }
  const combinations = choices.reduce((product, [, answers]) => product * answers.length, 1)
  if (combinations * (needed.length + atoms.length) > mostSteps) return true
  for (let n = 0; n < combinations; n++) {
    if (walk(needed, combination(choices, n)).get(item.id)?.state !== 'not_shown') return true
  }
  return false
}

/** The item with everything its condition looks at, straight or over further questions, in the order of the form. */
function neededFor(item: Routed, items: readonly Routed[]): Routed[] {
  const needed = new Set<string>()
  const next = [item.id]
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (needed.has(id)) continue
    needed.add(id)
    const condition = items.find(other => other.id === id)?.showWhen
    if (condition !== undefined) next.push(...referencesOf(condition))
  }
  return items.filter(other => needed.has(other.id))
}

/** The `n`th combination of one answer for each question: `n` read as a number whose digits are the answers. */
function combination(choices: Choices, n: number): Map<string, Answer> {
  const answers = new Map<string, Answer>()
  let rest = n
  for (const [id, possible] of choices) {
    const answer = possible[rest % possible.length]
    if (answer !== undefined) answers.set(id, answer)
    rest = Math.floor(rest / possible.length)
  }
  return answers
}
