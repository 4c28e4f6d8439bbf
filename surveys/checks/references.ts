import { atomsOf, referencesOf, type Atom } from '../conditions.ts'
import type { Problem } from '../problem.ts'
import {
  isChoice,
  isClosed,
  questionsOf,
  type Condition,
  type Question,
  type Questionnaire
} from '../questionnaire.ts'
import { joined } from '../shape.ts'

type Conditioned = { readonly id: string; readonly showWhen: Condition | undefined }

/** A condition where it was written: at a section it governs all its items, else the one item it stands at. */
type Written = { readonly at: string; readonly condition: Condition; readonly governed: readonly string[] }

/** Conditions that look at questions or codes that do not exist, come later, or wait for one another. */
export function checkReferences(questionnaire: Questionnaire): Problem[] {
  const questions = new Map(questionsOf(questionnaire).map(question => [question.id, question]))
  const items = conditionedItems(questionnaire)
  const place = new Map(items.map((item, index) => [item.id, index]))
  const waits = waitsOf(items)
  return writtenConditions(questionnaire).flatMap(({ at, condition, governed }) => {
    const first = Math.min(...governed.map(id => place.get(id) ?? 0))
    const problems = atomsOf(condition).flatMap((atom): Problem[] => {
      const question = questions.get(atom.question)
      const params = { question: atom.question }
      if (question === undefined) return [{ at, code: 'check.unknownQuestion', params }]
      const isOther = !governed.includes(question.id)
      if (isOther && governed.some(id => waits(question.id, id))) return [{ at, code: 'check.loop', params }]
      if ((place.get(question.id) ?? 0) >= first) return [{ at, code: 'check.laterQuestion', params }]
      return checkAtom(at, atom, question)
    })
    return distinct(problems)
  })
}

/** Questions and notes in order, each with its section's condition joined to its own. */
export function conditionedItems(questionnaire: Questionnaire): Conditioned[] {
  return questionnaire.sections.flatMap(section =>
    section.items.map(item => ({ id: item.id, showWhen: joined(section.showWhen, item.showWhen) }))
  )
}

function writtenConditions(questionnaire: Questionnaire): Written[] {
  const written = (at: string, condition: Condition | undefined, governed: readonly string[]): Written[] =>
    condition === undefined ? [] : [{ at, condition, governed }]
  return questionnaire.sections.flatMap(({ id, showWhen, items }) => [
    ...written(
      id,
      showWhen,
      items.map(item => item.id)
    ),
    ...items.flatMap(item => written(item.id, item.showWhen, [item.id]))
  ])
}

function checkAtom(at: string, atom: Atom, question: Question): Problem[] {
  if ('compare' in atom && question.kind !== 'number') {
    return [{ at, code: 'check.comparedNotANumber', params: { question: question.id } }]
  }
  if ('selected' in atom && !canBeSelected(question, atom.selected)) {
    return [{ at, code: 'check.unknownCode', params: { question: question.id, code: atom.selected } }]
  }
  return []
}

function canBeSelected(question: Question, code: string): boolean {
  if (!isClosed(question)) return false
  if (code === 'dk') return question.dontKnow !== false
  if (code === 'pns') return question.preferNotToSay !== false
  return isChoice(question) && question.options.some(option => option.code === code)
}

/** Whether one item's condition leads to another, straight or over further questions. */
function waitsOf(items: readonly Conditioned[]): (one: string, other: string) => boolean {
  const straight = new Map(
    items.map(({ id, showWhen }) => [id, new Set(showWhen === undefined ? [] : referencesOf(showWhen))])
  )
  const known = new Map<string, ReadonlySet<string>>()
  return (one, other) => {
    const reached = known.get(one) ?? reachedFrom(one, straight)
    known.set(one, reached)
    return reached.has(other)
  }
}

function reachedFrom(start: string, straight: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reached = new Set<string>()
  const next = [...(straight.get(start) ?? [])]
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (reached.has(id)) continue
    reached.add(id)
    next.push(...(straight.get(id) ?? []))
  }
  return reached
}

/** A condition may look at the same thing in several of its parts; it is said once. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map(problem => [JSON.stringify(problem), problem])).values()]
}
