import type { Answers } from './answers.ts'
import { holds } from './conditions.ts'
import type { Condition } from './questionnaire.ts'

/**
 * What is left of a condition once some answers are known: true or false where they settle it, else a condition on
 * the other questions alone. However those are answered, the condition and what is left of it turn out alike.
 *
 * @param known answers that will not change any more; "not shown" for questions that are never shown
 */
export function settled(condition: Condition, known: Answers): Condition | boolean {
  if ('all' in condition) return together('all', condition.all, known)
  if ('any' in condition) return together('any', condition.any, known)
  if ('not' in condition) {
    const not = settled(condition.not, known)
    return typeof not === 'boolean' ? !not : { not }
  }
  return known.has(condition.question) ? holds(condition, known) : condition
}

function together(join: 'all' | 'any', parts: readonly Condition[], known: Answers): Condition | boolean {
  const withoutWeight = join === 'all'
  const open: Condition[] = []
  for (const part of parts) {
    const left = settled(part, known)
    if (left === !withoutWeight) return left
    if (typeof left !== 'boolean') open.push(left)
  }
  const [only, ...others] = open
  if (only === undefined) return withoutWeight
  if (others.length === 0) return only
  return join === 'all' ? { all: open } : { any: open }
}
