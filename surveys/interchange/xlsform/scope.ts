import type { Condition, Question } from '../../questionnaire.ts'
import type { Expression } from './expression.ts'

/** A question above the row, with the codes that the names of its options became. */
export type Asked = { readonly question: Question; readonly codes: ReadonlyMap<string, string> }

/** What a condition may speak of. */
export type Scope = {
  /** Questions above the row; names that two rows share are in `ambiguous`. */
  readonly earlier: ReadonlyMap<string, Asked>
  readonly ambiguous: ReadonlySet<string>
  /** Names of rows from this one on. */
  readonly isLater: (name: string) => boolean
  /** Names of rows that were left out. */
  readonly isLeftOut: (name: string) => boolean
}

/** Why an expression could not become a condition; `code` is one of the ledger. */
export type Trouble = { readonly trouble: string; readonly params: Readonly<Record<string, string>> }

export function isTrouble(value: Condition | Trouble): value is Trouble {
  return 'trouble' in value
}

/** For what our conditions have no words. */
export const beyondUs: Trouble = { trouble: 'xlsform.relevantNotUnderstood', params: {} }

/** The question of that name, or why a condition cannot speak of it. */
export function find(name: string, scope: Scope): Asked | Trouble {
  const trouble = (code: string): Trouble => ({ trouble: code, params: { question: name.slice(0, 100) } })
  if (scope.ambiguous.has(name)) return trouble('xlsform.relevantAmbiguous')
  const asked = scope.earlier.get(name)
  if (asked !== undefined) return asked
  if (scope.isLater(name)) return trouble('xlsform.relevantLater')
  return trouble(scope.isLeftOut(name) ? 'xlsform.relevantLeftOut' : 'xlsform.relevantUnknown')
}

/** That an option was chosen, by its name in the form. */
export function selectedOption(asked: Asked, name: string): Condition | Trouble {
  const selected = asked.codes.get(name)
  if (selected !== undefined) return { question: asked.question.id, selected }
  return {
    trouble: 'xlsform.relevantUnknownOption',
    params: { question: asked.question.id, option: name.slice(0, 100) }
  }
}

/** A text or number as it is written; undefined for anything else. */
export function literalOf(expression: Expression): string | undefined {
  if (expression.is === 'text') return expression.text.trim()
  return expression.is === 'number' ? String(expression.number) : undefined
}
