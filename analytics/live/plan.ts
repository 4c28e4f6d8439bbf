import { isClosed, questionsOf, type ClosedQuestion, type Questionnaire } from '#surveys'

/** Too many codes for few answers, and health: neither is for the board of a meeting. */
const neverLive: readonly (string | undefined)[] = ['country', 'disability']

/** The questions that live releases tell: closed, not marked sensitive; in the order of the form. */
export function liveQuestionsOf(questionnaire: Questionnaire): readonly ClosedQuestion[] {
  return questionsOf(questionnaire)
    .filter(isClosed)
    .filter(({ sensitive, profile }) => sensitive !== true && !neverLive.includes(profile))
}
