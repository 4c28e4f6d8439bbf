import { tokensOf, type Token } from './tokens.ts'

/** The part of XPath that forms use in `relevant` and `constraint`, as a tree. */
export type Expression =
  | { readonly is: 'and' | 'or'; readonly terms: readonly Expression[] }
  | {
      readonly is: 'compare'
      readonly operator: Operator
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly is: 'call'; readonly name: string; readonly given: readonly Expression[] }
  | { readonly is: 'reference'; readonly name: string }
  | { readonly is: 'self' }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'number'; readonly number: number }

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>='

/** Deeper expressions are not written by people; the limit keeps the stack small. */
const deepest = 50

/** @returns undefined when the text holds anything else: arithmetic, paths, an unknown sign, a bracket left open */
export function parseExpression(source: string): Expression | undefined {
  const tokens = tokensOf(source)
  if (tokens === undefined || tokens.length === 0) return undefined
  const cursor: Cursor = { tokens, next: 0, depth: 0 }
  const parsed = disjunction(cursor)
  return cursor.next === tokens.length ? parsed : undefined
}

type Cursor = { readonly tokens: readonly Token[]; next: number; depth: number }

function disjunction(cursor: Cursor): Expression | undefined {
  return chain(cursor, 'or', conjunction)
}

function conjunction(cursor: Cursor): Expression | undefined {
  return chain(cursor, 'and', comparison)
}

function chain(
  cursor: Cursor,
  word: 'and' | 'or',
  part: (cursor: Cursor) => Expression | undefined
): Expression | undefined {
  const terms: Expression[] = []
  do {
    const term = part(cursor)
    if (term === undefined) return undefined
    terms.push(term)
  } while (accept(cursor, 'word', word))
  return terms.length === 1 ? terms[0] : { is: word, terms }
}

function comparison(cursor: Cursor): Expression | undefined {
  const left = operand(cursor)
  const operator = operatorOf(cursor.tokens[cursor.next])
  if (left === undefined || operator === undefined) return left
  cursor.next += 1
  const right = operand(cursor)
  return right === undefined ? undefined : { is: 'compare', operator, left, right }
}

function operand(cursor: Cursor): Expression | undefined {
  const token = cursor.tokens[cursor.next]
  if (token === undefined) return undefined
  cursor.next += 1
  if (token.kind === 'reference') return { is: 'reference', name: token.text }
  if (token.kind === 'text') return { is: 'text', text: token.text }
  if (token.kind === 'number') return { is: 'number', number: Number(token.text) }
  if (token.kind === 'word') return call(cursor, token.text)
  if (token.text === '.') return { is: 'self' }
  if (token.text === '-') return negative(cursor)
  return token.text === '(' ? bracketed(cursor) : undefined
}

function call(cursor: Cursor, name: string): Expression | undefined {
  if (!accept(cursor, 'mark', '(')) return undefined
  const given: Expression[] = []
  if (accept(cursor, 'mark', ')')) return { is: 'call', name, given }
  do {
    const value = nested(cursor)
    if (value === undefined) return undefined
    given.push(value)
  } while (accept(cursor, 'mark', ','))
  return accept(cursor, 'mark', ')') ? { is: 'call', name, given } : undefined
}

function bracketed(cursor: Cursor): Expression | undefined {
  const inner = nested(cursor)
  return accept(cursor, 'mark', ')') ? inner : undefined
}

function nested(cursor: Cursor): Expression | undefined {
  if (cursor.depth >= deepest) return undefined
  cursor.depth += 1
  const inner = disjunction(cursor)
  cursor.depth -= 1
  return inner
}

function negative(cursor: Cursor): Expression | undefined {
  const token = cursor.tokens[cursor.next]
  if (token?.kind !== 'number') return undefined
  cursor.next += 1
  return { is: 'number', number: -Number(token.text) }
}

function accept(cursor: Cursor, kind: Token['kind'], text: string): boolean {
  const token = cursor.tokens[cursor.next]
  if (token?.kind !== kind || token.text !== text) return false
  cursor.next += 1
  return true
}

function operatorOf(token: Token | undefined): Operator | undefined {
  return token?.kind === 'mark'
    ? (['=', '!=', '<', '<=', '>', '>='] as const).find(each => each === token.text)
    : undefined
}
