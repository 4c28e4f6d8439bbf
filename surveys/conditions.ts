import type { Answer, Answers } from './answers.ts'
import type { Comparison, Condition } from './questionnaire.ts'

/** Whether a condition holds for the answers given so far. An answer that is not there makes its atoms false. */
export function holds(condition: Condition, answers: Answers): boolean {
  if ('all' in condition) return condition.all.every(part => holds(part, answers))
  if ('any' in condition) return condition.any.some(part => holds(part, answers))
  if ('not' in condition) return !holds(condition.not, answers)
  const answer = answers.get(condition.question)
  if (answer === undefined) return false
  if ('selected' in condition) return hasSelected(answer, condition.selected)
  if ('answered' in condition) return answer.state === 'answered'
  return 'number' in answer && compares(answer.number, condition.compare, condition.number)
}

/** The ids of the questions a condition looks at. */
export function referencesOf(condition: Condition): string[] {
  return atomsOf(condition).map(atom => atom.question)
}

export type Atom = Extract<Condition, { question: string }>

/** The leaves of the tree: each is about one question. */
export function atomsOf(condition: Condition): Atom[] {
  if ('all' in condition) return condition.all.flatMap(atomsOf)
  if ('any' in condition) return condition.any.flatMap(atomsOf)
  if ('not' in condition) return atomsOf(condition.not)
  return [condition]
}

function hasSelected(answer: Answer, code: string): boolean {
  if (answer.state !== 'answered') return answer.state === code
  return 'codes' in answer && answer.codes.includes(code)
}

function compares(left: number, comparison: Comparison, right: number): boolean {
  switch (comparison) {
    case '=':
      return left === right
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    case '>=':
      return left >= right
  }
}
