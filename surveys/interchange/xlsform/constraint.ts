import { parseExpression, type Expression, type Operator } from './expression.ts'

/** The bounds that a constraint such as `. >= 18 and . <= 120` sets; undefined when it says more than bounds. */
export function boundsOf(constraint: string): { minimum: number; maximum: number } | undefined {
  let minimum = Number.NEGATIVE_INFINITY
  let maximum = Number.POSITIVE_INFINITY
  for (const term of conjuncts(constraint)) {
    const limit = limitOf(term, each => each.is === 'self')
    if (limit === undefined) return undefined
    minimum = Math.max(minimum, limit.minimum)
    maximum = Math.min(maximum, limit.maximum)
  }
  return { minimum, maximum }
}

/** How many options may be chosen by `count-selected(.) <= 3`; undefined when it says anything else. */
export function mostOf(constraint: string): number | undefined {
  const terms = conjuncts(constraint)
  const [term] = terms
  if (term === undefined || terms.length > 1) return undefined
  const limit = limitOf(term, countsSelf)
  if (limit === undefined || limit.minimum > 0) return undefined
  return limit.maximum >= 1 && Number.isFinite(limit.maximum) ? limit.maximum : undefined
}

function conjuncts(constraint: string): readonly (Expression | undefined)[] {
  const parsed = parseExpression(constraint)
  return parsed?.is === 'and' ? parsed.terms : [parsed]
}

/** Whole-number limits set by one comparison of `what` with a number. */
function limitOf(
  term: Expression | undefined,
  what: (side: Expression) => boolean
): { minimum: number; maximum: number } | undefined {
  if (term?.is !== 'compare') return undefined
  const { left, operator, right } = term
  if (what(left) && right.is === 'number') return limits(operator, right.number)
  if (what(right) && left.is === 'number') return limits(mirror(operator), left.number)
  return undefined
}

function limits(operator: Operator, number: number): { minimum: number; maximum: number } | undefined {
  const none = { minimum: Number.NEGATIVE_INFINITY, maximum: Number.POSITIVE_INFINITY }
  if (operator === '>=') return { ...none, minimum: Math.ceil(number) }
  if (operator === '>') return { ...none, minimum: Math.floor(number) + 1 }
  if (operator === '<=') return { ...none, maximum: Math.floor(number) }
  return operator === '<' ? { ...none, maximum: Math.ceil(number) - 1 } : undefined
}

function mirror(operator: Operator): Operator {
  if (operator === '<') return '>'
  if (operator === '<=') return '>='
  if (operator === '>') return '<'
  return operator === '>=' ? '<=' : operator
}

function countsSelf(side: Expression): boolean {
  return (
    side.is === 'call' &&
    side.name === 'count-selected' &&
    side.given.length === 1 &&
    side.given[0]?.is === 'self'
  )
}
