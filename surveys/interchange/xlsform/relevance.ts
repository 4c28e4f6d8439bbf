import { isChoice, type Condition } from '../../questionnaire.ts'
import { comparison } from './comparison.ts'
import { parseExpression, type Expression } from './expression.ts'
import { beyondUs, find, isTrouble, literalOf, selectedOption, type Scope, type Trouble } from './scope.ts'

/** The condition that a `relevant` cell means, or why it cannot be had. */
export function conditionOf(source: string, scope: Scope): Condition | Trouble {
  const expression = parseExpression(source)
  return expression === undefined ? beyondUs : translate(expression, scope)
}

/** One condition that holds when all given ones do; undefined when there is none. */
export function allOf(conditions: readonly (Condition | undefined)[]): Condition | undefined {
  const given = conditions.filter(condition => condition !== undefined)
  return given.length > 1 ? { all: given } : given[0]
}

function translate(expression: Expression, scope: Scope): Condition | Trouble {
  if (expression.is === 'and' || expression.is === 'or') {
    const terms: Condition[] = []
    for (const term of expression.terms) {
      const condition = translate(term, scope)
      if (isTrouble(condition)) return condition
      terms.push(condition)
    }
    return expression.is === 'and' ? { all: terms } : { any: terms }
  }
  if (expression.is === 'compare')
    return comparison(expression.left, expression.operator, expression.right, scope)
  if (expression.is === 'reference') {
    const asked = find(expression.name, scope)
    return 'trouble' in asked ? asked : beyondUs
  }
  if (expression.is !== 'call') return beyondUs
  const [first, second] = expression.given
  if (expression.name === 'not' && first !== undefined && second === undefined) {
    const condition = translate(first, scope)
    return isTrouble(condition) ? condition : { not: condition }
  }
  if (expression.name === 'selected' && expression.given.length === 2) return selection(first, second, scope)
  return beyondUs
}

function selection(
  first: Expression | undefined,
  second: Expression | undefined,
  scope: Scope
): Condition | Trouble {
  const name = second === undefined ? undefined : literalOf(second)
  if (first?.is !== 'reference' || name === undefined) return beyondUs
  const asked = find(first.name, scope)
  if ('trouble' in asked) return asked
  if (asked.question.kind === 'ranking' || !isChoice(asked.question)) return beyondUs
  return selectedOption(asked, name)
}
