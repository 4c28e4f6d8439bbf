import type { Answer } from '../answers.ts'
import { atomsOf, referencesOf, type Atom } from '../conditions.ts'
import type { Problem } from '../problem.ts'
import { questionsOf, type Condition, type Question, type Questionnaire } from '../questionnaire.ts'
import { walk } from '../route.ts'
import { conditionedItems } from './references.ts'

/** Above this many combinations of answers the search gives up and reports nothing. */
const mostCombinations = 50_000

type Routed = { readonly id: string; readonly showWhen?: Condition }

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
  const choices = needed.flatMap(({ id }): (readonly [string, readonly Answer[]])[] => {
    const question = id === item.id ? undefined : questions.get(id)
    return question === undefined
      ? []
      : [
          [
            id,
            tellingAnswers(
              question,
              atoms.filter(atom => atom.question === id)
            )
          ]
        ]
  })
  const combinations = choices.reduce((product, [, answers]) => product * answers.length, 1)
  if (combinations > mostCombinations) return true
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
function combination(
  choices: readonly (readonly [string, readonly Answer[]])[],
  n: number
): Map<string, Answer> {
  const answers = new Map<string, Answer>()
  let rest = n
  for (const [id, possible] of choices) {
    const answer = possible[rest % possible.length]
    if (answer !== undefined) answers.set(id, answer)
    rest = Math.floor(rest / possible.length)
  }
  return answers
}

/** Answers that differ in what the atoms say of them: enough to find every way a condition can turn out. */
function tellingAnswers(question: Question, atoms: readonly Atom[]): Answer[] {
  const declined = (['dk', 'pns'] as const).filter(state =>
    atoms.some(atom => 'selected' in atom && atom.selected === state)
  )
  return [
    { state: 'skipped' },
    ...declined.map((state): Answer => ({ state })),
    ...tellingValues(question, atoms)
  ]
}

function tellingValues(question: Question, atoms: readonly Atom[]): Answer[] {
  switch (question.kind) {
    case 'number': {
      const bounds = atoms.flatMap(atom => ('compare' in atom ? [atom.number] : []))
      const near = bounds.flatMap(bound => [
        Math.floor(bound) - 1,
        Math.floor(bound),
        Math.ceil(bound),
        Math.ceil(bound) + 1
      ])
      return [...new Set([question.minimum, question.maximum, ...near])]
        .filter(number => number >= question.minimum && number <= question.maximum)
        .map(number => ({ state: 'answered', number }))
    }
    case 'single':
    case 'scale':
      return question.options.map(option => ({ state: 'answered', codes: [option.code] }))
    case 'multiple':
    case 'ranking':
      return tellingSets(question, atoms)
    case 'short_text':
    case 'long_text':
      return [{ state: 'answered', text: '…' }]
  }
}

function tellingSets(
  question: Extract<Question, { kind: 'multiple' | 'ranking' }>,
  atoms: readonly Atom[]
): Answer[] {
  const named = new Set(atoms.flatMap(atom => ('selected' in atom ? [atom.selected] : [])))
  const telling = question.options.filter(option => named.has(option.code))
  const other = question.options.find(option => !named.has(option.code))
  const most = question.kind === 'multiple' ? (question.atMost ?? question.options.length) : question.upTo
  const sets: Answer[] = other === undefined ? [] : [{ state: 'answered', codes: [other.code] }]
  // Beyond twelve named options the number of sets alone is past what the search tries.
  const subsets = 2 ** Math.min(telling.length, 12)
  for (let bits = 1; bits < subsets; bits++) {
    const chosen = telling.filter((_, index) => (bits & (1 << index)) !== 0)
    const allowed = chosen.length <= most && (chosen.length === 1 || !chosen.some(option => option.exclusive))
    if (allowed) sets.push({ state: 'answered', codes: chosen.map(option => option.code) })
  }
  return sets
}
