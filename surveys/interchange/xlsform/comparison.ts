import { isClosed, reservedCodes, type Condition } from '../../questionnaire.ts'
import type { Expression, Operator } from './expression.ts'
import {
  beyondUs,
  find,
  isTrouble,
  literalOf,
  selectedOption,
  type Asked,
  type Scope,
  type Trouble
} from './scope.ts'

/** The condition that a comparison of a question with a value means. */
export function comparison(
  left: Expression,
  operator: Operator,
  right: Expression,
  scope: Scope
): Condition | Trouble {
  if (left.is !== 'reference')
    return right.is === 'reference' ? comparison(right, mirrored[operator], left, scope) : beyondUs
  const value = literalOf(right)
  if (value === undefined) return beyondUs
  const asked = find(left.name, scope)
  if ('trouble' in asked) return asked
  const { question } = asked
  if (value === '') return emptiness(question.id, operator)
  if (!isClosed(question)) return { trouble: 'xlsform.relevantOpenText', params: { question: question.id } }
  if (question.kind === 'number') return numberComparison(question.id, operator, Number(value))
  if (operator === '!=') return negated(comparison(left, '=', right, scope))
  if (operator === '=') return equality(asked, right, value)
  return question.kind === 'single' || question.kind === 'scale'
    ? orderOf(asked, operator, Number(value))
    : beyondUs
}

const mirrored: Readonly<Record<Operator, Operator>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<='
}

function emptiness(question: string, operator: Operator): Condition | Trouble {
  if (operator === '!=') return { question, answered: true }
  return operator === '=' ? { not: { question, answered: true } } : beyondUs
}

/** Without an answer XPath compares with "not a number": everything but `!=` is then false, as with us. */
function numberComparison(question: string, operator: Operator, number: number): Condition | Trouble {
  if (Number.isNaN(number)) return beyondUs
  if (operator === '!=') return { not: { question, compare: '=', number } }
  return { question, compare: operator, number }
}

function equality(asked: Asked, right: Expression, value: string): Condition | Trouble {
  const { kind, id } = asked.question
  if (kind === 'multiple') {
    const chosen = selectedOption(asked, value)
    if (isTrouble(chosen)) return chosen
    // The answer to a multiple choice equals 'a' when a was chosen and nothing beside it.
    const others = [...new Set(asked.codes.values())].filter(
      code => code !== asked.codes.get(value) && !isOwn(code)
    )
    return { all: [chosen, ...others.map((selected): Condition => ({ not: { question: id, selected } }))] }
  }
  if (kind !== 'single' && kind !== 'scale') return beyondUs
  if (right.is === 'number' && !asked.codes.has(value)) return orderOf(asked, '=', right.number)
  return selectedOption(asked, value)
}

/** A comparison of option names as numbers: any of the options for which it holds. */
function orderOf(asked: Asked, operator: Operator, bound: number): Condition | Trouble {
  const question = asked.question.id
  const any = [...asked.codes]
    .filter(([name, code]) => name !== '' && !isOwn(code) && holds(Number(name), operator, bound))
    .map(([, selected]): Condition => ({ question, selected }))
  if (any.length === 0)
    return { trouble: 'xlsform.relevantUnknownOption', params: { question, option: `${operator} ${bound}` } }
  return any.length === 1 ? (any[0] ?? beyondUs) : { any }
}

function holds(value: number, operator: Operator, bound: number): boolean {
  if (operator === '=') return value === bound
  if (operator === '<') return value < bound
  if (operator === '<=') return value <= bound
  return operator === '>' ? value > bound : operator === '>=' && value >= bound
}

function negated(condition: Condition | Trouble): Condition | Trouble {
  return isTrouble(condition) ? condition : { not: condition }
}

function isOwn(code: string): boolean {
  return reservedCodes.some(own => own === code)
}
