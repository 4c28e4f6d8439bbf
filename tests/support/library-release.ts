import type { Release } from '#analytics'
import { digitalLiteracyShape, readyQuestionnaire, syntheticResponses } from '#surveys'
import { seeded } from './answers.ts'
import { madeRelease, withNoise } from './made-release.ts'

/** A release of made-up answers to “Digital literacy and me”, with noise, in three breakdowns unless others are named. */
export function libraryRelease(
  count = 1200,
  breakdowns: readonly string[] = ['age_band', 'gender', 'region']
): Release {
  const questionnaire = readyQuestionnaire('digital-literacy')
  const answers = syntheticResponses(questionnaire, digitalLiteracyShape, count, seeded(count)).map(
    each => each.answers
  )
  const wrote = answers.filter(each => each.get('future')?.state === 'answered').length
  return madeRelease({
    questionnaire,
    breakdowns,
    answers,
    prf: withNoise,
    written: new Map([['future', wrote]])
  })
}
