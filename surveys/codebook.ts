import { languages, type Language } from '#locales'
import type { Answer, Answers } from './answers.ts'
import { derivedAnswer, derivedRegion, type Derived } from './derived.ts'
import { kindOf } from './kinds/index.ts'
import { isClosed, questionsOf, type ClosedQuestion, type Questionnaire } from './questionnaire.ts'

/**
 * One smallint of a response. Values from 0 up are answers, as the question's kind codes them;
 * the four other states are negative numbers in the first slot of a question.
 */
export type Slot = {
  /** Index of the slot in the response. */
  readonly at: number
  /** The largest value an answer can have here; states reach down to `lowestState`. */
  readonly maximum: number
}

/** Where a frozen version keeps each closed question. Open questions have no slot. */
export type Codebook = {
  readonly languageSlot: Slot
  readonly entries: readonly CodebookEntry[]
  /** All slots in the order of the response, the language first. */
  readonly slots: readonly Slot[]
}
export type CodebookEntry = {
  readonly question: ClosedQuestion
  readonly slots: readonly Slot[]
  /** Where nobody is asked the question: what its answer follows from. */
  readonly derived?: Derived
}

/** How the states other than "answered" are coded. */
export const stateCodes = { dk: -1, pns: -2, skipped: -3, not_shown: -4 } as const
export const lowestState = -4

/**
 * The slots of a questionnaire: the language of the answers first, then its closed questions in their order, last the
 * region that follows from the country.
 */
export function codebookOf(questionnaire: Questionnaire): Codebook {
  const languageSlot: Slot = { at: 0, maximum: languages.length - 1 }
  const slots = [languageSlot]
  const derived = derivedRegion(questionnaire)
  const closed = questionsOf(questionnaire).filter(isClosed)
  const entries = [...closed, ...(derived === undefined ? [] : [derived.question])].map(
    (question): CodebookEntry => {
      const own = kindOf(question)
        .slots(question)
        .map((maximum, index): Slot => ({ at: slots.length + index, maximum }))
      slots.push(...own)
      return { question, slots: own, ...(question === derived?.question && { derived }) }
    }
  )
  return { languageSlot, entries, slots }
}

/**
 * Coded answers as the integers of a response.
 *
 * @returns one integer for each slot, from `lowestState` to the slot's maximum
 * @throws RangeError when an answer is not one its question can have: answers come from `read`, so that is our bug
 */
export function pack(codebook: Codebook, language: Language, answers: Answers): number[] {
  const packed = [languages.indexOf(language)]
  for (const { question, slots, derived } of codebook.entries) {
    const answer =
      answers.get(question.id) ??
      (derived === undefined ? { state: 'skipped' as const } : derivedAnswer(derived, answers))
    if (answer.state === 'answered') packed.push(...kindOf(question).pack(question, answer))
    else packed.push(...slots.map((_, index) => (index === 0 ? stateCodes[answer.state] : 0)))
  }
  return packed
}

/** The inverse of `pack` for the answers of closed questions. @throws RangeError when the integers are no response */
export function unpack(
  codebook: Codebook,
  packed: readonly number[]
): { language: Language; answers: Answers } {
  const language = languages[packed[0] ?? -1]
  if (language === undefined || packed.length !== codebook.slots.length) {
    throw new RangeError(`not a response of this version: ${packed.length} slots, language ${packed[0]}`)
  }
  const answers = new Map<string, Answer>()
  for (const { question, slots } of codebook.entries) {
    const values = slots.map(slot => valueIn(slot, packed))
    answers.set(question.id, stateOf(values[0] ?? 0) ?? kindOf(question).unpack(question, values))
  }
  return { language, answers }
}

function valueIn({ at, maximum }: Slot, packed: readonly number[]): number {
  const value = packed[at]
  if (value === undefined || !Number.isInteger(value) || value < lowestState || value > maximum) {
    throw new RangeError(`not a response of this version: ${value} in slot ${at}`)
  }
  return value
}

function stateOf(value: number): Answer | undefined {
  for (const state of ['dk', 'pns', 'skipped', 'not_shown'] as const) {
    if (stateCodes[state] === value) return { state }
  }
  return undefined
}
