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

/** Conditions that look at questions or codes that do not exist, come later, or wait for one another. */
export function checkReferences(questionnaire: Questionnaire): Problem[] {
  const questions = new Map(questionsOf(questionnaire).map(question => [question.id, question]))
  const items = conditionedItems(questionnaire)
  const place = new Map(items.map((item, index) => [item.id, index]))
  return items.flatMap(item => {
    const atoms = item.showWhen === undefined ? [] : atomsOf(item.showWhen)
    return atoms.flatMap((atom): Problem[] => {
      const question = questions.get(atom.question)
      const params = { question: atom.question }
      if (question === undefined) return [{ at: item.id, code: 'check.unknownQuestion', params }]
      if (waitsForEachOther(item.id, atom.question, items))
        return [{ at: item.id, code: 'check.loop', params }]
      if ((place.get(atom.question) ?? 0) >= (place.get(item.id) ?? 0)) {
        return [{ at: item.id, code: 'check.laterQuestion', params }]
      }
      return checkAtom(item.id, atom, question)
    })
  })
}

/** Questions and notes in order, each with its section's condition joined to its own. */
export function conditionedItems(questionnaire: Questionnaire): Conditioned[] {
  return questionnaire.sections.flatMap(section =>
    section.items.map(item => ({ id: item.id, showWhen: joined(section.showWhen, item.showWhen) }))
  )
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

/** Whether the condition of `other` leads back to `item`, straight or over further questions. */
function waitsForEachOther(item: string, other: string, items: readonly Conditioned[]): boolean {
  const waiting = new Map(
    items.map(({ id, showWhen }) => [id, showWhen === undefined ? [] : referencesOf(showWhen)])
  )
  const reached = new Set<string>()
  const next = [other]
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (id === item) return true
    if (!reached.has(id)) next.push(...(waiting.get(id) ?? []))
    reached.add(id)
  }
  return false
}
