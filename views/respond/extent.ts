import { isClosed, questionnaireFor, type AgeBand, type Question, type Questionnaire } from '#surveys'
import { askedQuestions } from './steps.ts'

/** How many questions somebody is asked at most once their age is known, and how many minutes that takes. */
export type Extent = { readonly questions: number; readonly minutes: number }

/** Seconds that one question takes, from the budget of 15 closed and 2 open ones in 8 minutes. */
const secondsFor = { closed: 24, open: 60 } as const

/** Each band is asked its own questions; said of several bands, a number holds for the one that is asked most. */
export function extentOf(questionnaire: Questionnaire, bands: readonly AgeBand[]): Extent {
  const asked = bands.map(band => askedQuestions(questionnaireFor(questionnaire, band)))
  return {
    questions: Math.max(0, ...asked.map(each => each.length)),
    minutes: Math.max(1, ...asked.map(minutesFor))
  }
}

function minutesFor(questions: readonly Question[]): number {
  const seconds = questions.map(question => (isClosed(question) ? secondsFor.closed : secondsFor.open))
  return Math.round(seconds.reduce((sum, next) => sum + next, 0) / 60)
}
