import type { Answers } from './answers.ts'
import { profileQuestion } from './profile.ts'
import { isChoice, questionsOf, type Edition, type Questionnaire } from './questionnaire.ts'
import { settledQuestionnaire } from './settled-questionnaire.ts'

/** What someone may say of their age on the landing page; it picks the edition and answers the age question. */
export const ageBands = ['8_9', '10_12', '13_15', '16_17', '18_24', 'pns'] as const
export type AgeBand = (typeof ageBands)[number]

/** The ages at which a consultation may begin: where its first band does. */
export const firstAges = [8, 10, 13] as const

/**
 * The youngest age asked where anyone can enter: younger children come through cards, whose partner attests that
 * somebody gave permission. An opening may say otherwise.
 */
export const defaultFirstAge = 13

/** Easy words up to twelve, and for whoever prefers not to say. */
export function editionFor(band: AgeBand): Edition {
  return band === '8_9' || band === '10_12' || band === 'pns' ? 'easy' : 'standard'
}

/**
 * The bands that the landing page offers: those from an age on that the questionnaire's own age question, if any, has
 * as answers.
 */
export function bandsOffered(
  questionnaire: Questionnaire,
  firstAge: number = defaultFirstAge
): readonly AgeBand[] {
  const bands = ageBands.filter(band => band === 'pns' || Number(band.split('_')[0]) >= firstAge)
  const question = profileQuestion(questionsOf(questionnaire), 'age_band')
  if (question === undefined || !isChoice(question)) return bands
  return bands.filter(band =>
    band === 'pns' ? question.preferNotToSay !== false : question.options.some(option => option.code === band)
  )
}

const madeFor = new WeakMap<Questionnaire, Map<AgeBand, Questionnaire>>()

/**
 * The part of a questionnaire that can be shown to a band: its age, which the landing page has asked, settles
 * conditions. Worked out once for each band, since a page may be made for every form that comes in.
 */
export function questionnaireFor(questionnaire: Questionnaire, band: AgeBand): Questionnaire {
  const made = madeFor.get(questionnaire) ?? new Map<AgeBand, Questionnaire>()
  madeFor.set(questionnaire, made)
  const left = made.get(band) ?? settledQuestionnaire(questionnaire, ageAnswer(questionnaire, band))
  made.set(band, left)
  return left
}

function ageAnswer(questionnaire: Questionnaire, band: AgeBand): Answers {
  const question = profileQuestion(questionsOf(questionnaire), 'age_band')
  if (question === undefined) return new Map()
  return new Map([[question.id, band === 'pns' ? { state: 'pns' } : { state: 'answered', codes: [band] }]])
}
