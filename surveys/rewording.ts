import canonicalize from 'canonicalize'
import { isChoice, type Condition, type Question } from './questionnaire.ts'

/**
 * What may differ in how one and the same question was asked, in the order in which it is told: `wording` and `hint` in
 * any language or edition, `options` what their texts say, `order` which of them stands where, `format` how it is
 * answered, `routing` who is asked.
 */
export const rewordings = ['wording', 'hint', 'options', 'order', 'format', 'routing'] as const
export type Rewording = (typeof rewordings)[number]

/** A question, and the condition under which it is asked, that of its section included. */
export type Asked = { readonly question: Question; readonly showWhen: Condition | undefined }

/**
 * Whether one and the same thing is counted: by its id, its kind and what its answers are. With another code, or
 * another number of places in a ranking, it is another question.
 */
export function isSameQuestion(one: Question, other: Question): boolean {
  return one.id === other.id && isEqual(countedBy(one), countedBy(other))
}

/** What differs between two ways of asking a question; nothing where they are the same. Where it stands is not looked at. */
export function rewordingsOf(before: Asked, after: Asked): readonly Rewording[] {
  const [one, other] = [before.question, after.question]
  const differs: Readonly<Record<Rewording, boolean>> = {
    wording: !isEqual(one.text, other.text),
    hint: !isEqual(one.hint, other.hint),
    options: !isEqual(textsOfAnswers(one), textsOfAnswers(other)),
    order: !isEqual(codesOf(one), codesOf(other)),
    format: !isEqual(formatOf(one), formatOf(other)),
    routing: !isEqual(before.showWhen, after.showWhen)
  }
  return rewordings.filter(change => differs[change])
}

function countedBy(question: Question) {
  const { kind } = question
  if (kind === 'number') return { kind, range: [question.minimum, question.maximum] }
  // "Among the first three choices" is never "among the first two".
  const upTo = kind === 'ranking' ? question.upTo : null
  return { kind, codes: codesOf(question).toSorted(), upTo }
}

function textsOfAnswers(question: Question) {
  if (question.kind === 'number') return question.unit
  return isChoice(question)
    ? Object.fromEntries(question.options.map(({ code, text }) => [code, text]))
    : undefined
}

function codesOf(question: Question): readonly string[] {
  return isChoice(question) ? question.options.map(({ code }) => code) : []
}

/** How it is answered, beyond what makes it another question. */
function formatOf(question: Question) {
  if (question.kind === 'short_text' || question.kind === 'long_text') return { atMost: question.atMost }
  const { dontKnow, preferNotToSay, profile } = question
  const exclusive = isChoice(question) ? question.options.filter(option => option.exclusive === true) : []
  return {
    atMost: question.kind === 'multiple' ? question.atMost : undefined,
    exclusive: exclusive.map(({ code }) => code).toSorted(),
    dontKnow,
    preferNotToSay,
    profile,
    top: question.kind === 'scale' ? question.top : undefined
  }
}

/** By canonical JSON (RFC 8785): the order in which languages were written says nothing. */
function isEqual(one: unknown, other: unknown): boolean {
  return canonicalize(one) === canonicalize(other)
}
