import type { Answer } from '../answers.ts'
import type { Atom } from '../conditions.ts'
import type { Question } from '../questionnaire.ts'

/** More options than this that conditions name have too many subsets to try them all. */
const mostNamed = 12

/**
 * Answers to a question that differ in what the atoms say of them: enough to find every way a condition can turn
 * out. Undefined where they are too many.
 *
 * @param atoms the parts of conditions that look at this question
 */
export function tellingAnswers(question: Question, atoms: readonly Atom[]): readonly Answer[] | undefined {
  const values = tellingValues(question, atoms)
  const declined = (['dk', 'pns'] as const).filter(state =>
    atoms.some(atom => 'selected' in atom && atom.selected === state)
  )
  return values && [{ state: 'skipped' }, ...declined.map((state): Answer => ({ state })), ...values]
}

function tellingValues(question: Question, atoms: readonly Atom[]): Answer[] | undefined {
  switch (question.kind) {
    case 'number':
      return tellingNumbers(question, atoms)
    case 'single':
    case 'scale':
      return codesApart(question, atoms).map(code => ({ state: 'answered', codes: [code] }))
    case 'multiple':
    case 'ranking':
      return tellingSets(question, atoms)
    case 'short_text':
    case 'long_text':
      return [{ state: 'answered', text: '…' }]
  }
}

/** The bounds that the atoms name, and the largest whole number of each stretch between them. */
function tellingNumbers(question: Extract<Question, { kind: 'number' }>, atoms: readonly Atom[]): Answer[] {
  const bounds = atoms.flatMap(atom => ('compare' in atom ? [Math.floor(atom.number)] : []))
  return [...new Set([...bounds.flatMap(bound => [bound - 1, bound]), question.maximum])]
    .filter(number => number >= question.minimum && number <= question.maximum)
    .map(number => ({ state: 'answered', number }))
}

type WithOptions = Extract<Question, { options: unknown }>

/** The codes that the atoms name, and one of the others, which are all alike to them. */
function codesApart({ options }: WithOptions, atoms: readonly Atom[]): string[] {
  const named = new Set(atoms.flatMap(atom => ('selected' in atom ? [atom.selected] : [])))
  const codes = options.map(option => option.code)
  const other = codes.find(code => !named.has(code))
  return [...codes.filter(code => named.has(code)), ...(other === undefined ? [] : [other])]
}

function tellingSets(
  question: Extract<Question, { kind: 'multiple' | 'ranking' }>,
  atoms: readonly Atom[]
): Answer[] | undefined {
  const apart = new Set(codesApart(question, atoms))
  const telling = question.options.filter(option => apart.has(option.code))
  if (telling.length > mostNamed) return undefined
  const most = question.kind === 'multiple' ? (question.atMost ?? telling.length) : question.upTo
  const sets: Answer[] = []
  for (let bits = 1; bits < 2 ** telling.length; bits++) {
    const chosen = telling.filter((_, index) => (bits & (1 << index)) !== 0)
    const allowed = chosen.length <= most && (chosen.length === 1 || !chosen.some(option => option.exclusive))
    if (allowed) sets.push({ state: 'answered', codes: chosen.map(option => option.code) })
  }
  return sets
}
