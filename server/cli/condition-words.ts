import type { Condition } from '#surveys'

/** A condition as a person reads it, questions and answers by their ids: `age_band is none of 8_9, 10_12, pns`. */
export function conditionInWords(condition: Condition): string {
  if ('all' in condition) return joined(condition.all, 'and')
  if ('any' in condition) return oneOf(condition.any, 'is one of') ?? joined(condition.any, 'or')
  if ('not' in condition) return negated(condition.not)
  if ('selected' in condition) return `${condition.question} is ${condition.selected}`
  if ('answered' in condition) return `${condition.question} is answered`
  return `${condition.question} ${condition.compare} ${condition.number}`
}

function negated(condition: Condition): string {
  if ('selected' in condition) return `${condition.question} is not ${condition.selected}`
  const none = 'any' in condition ? oneOf(condition.any, 'is none of') : undefined
  return none ?? `not (${conditionInWords(condition)})`
}

/** Several answers of one question in one breath; undefined where it is about anything else. */
function oneOf(parts: readonly Condition[], link: string): string | undefined {
  const atoms = parts.flatMap(part => ('selected' in part ? [part] : []))
  const [first] = atoms
  const isOfOne = atoms.length === parts.length && atoms.every(atom => atom.question === first?.question)
  if (first === undefined || !isOfOne) return undefined
  return `${first.question} ${link} ${atoms.map(atom => atom.selected).join(', ')}`
}

function joined(parts: readonly Condition[], word: 'and' | 'or'): string {
  return parts
    .map(part => (isJoined(part) ? `(${conditionInWords(part)})` : conditionInWords(part)))
    .join(` ${word} `)
}

function isJoined(part: Condition): boolean {
  if ('all' in part) return part.all.length > 1
  return 'any' in part && part.any.length > 1 && oneOf(part.any, '') === undefined
}
