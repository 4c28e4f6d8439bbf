import { isClosed, kindOf, questionsOf, type ClosedQuestion, type Questionnaire } from '#surveys'
import { hasOneAnswer } from '../one-answer.ts'

/** Too many codes for few answers, and health: neither is for the board of a meeting. */
const neverLive: readonly (string | undefined)[] = ['country', 'disability']

/** The questions that live releases tell: closed, not marked sensitive; in the order of the form. */
export function liveQuestionsOf(questionnaire: Questionnaire): readonly ClosedQuestion[] {
  return questionsOf(questionnaire)
    .filter(isClosed)
    .filter(({ sensitive, profile }) => sensitive !== true && !neverLive.includes(profile))
}

/**
 * Those of them that have two answers, of which one is given: whoever did not give the one gave the other, so both shares
 * are one number.
 */
export function oneOfTwoIn(questionnaire: Questionnaire): ReadonlySet<string> {
  return new Set(
    liveQuestionsOf(questionnaire)
      .filter(question => hasOneAnswer(question) && kindOf(question).codes(question).length === 2)
      .map(({ id }) => id)
  )
}
