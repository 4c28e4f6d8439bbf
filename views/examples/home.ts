import type { Language } from '#locales'
import type { Release } from '#analytics'
import type { Questionnaire } from '#surveys'
import { homePage, type HomePage } from '../home/home.ts'
import { exampleFacts } from './consultation.ts'

/** The home page where one consultation is open and another has results. */
export function exampleHome(
  language: Language,
  questionnaire: Questionnaire,
  { releasedOn }: Pick<Release, 'releasedOn'>
): HomePage {
  const consultation = exampleFacts
  return homePage({
    language,
    open: [{ consultation, questionnaire }],
    results: [{ consultation, questionnaire, releasedOn, responses: 1364 }]
  })
}
