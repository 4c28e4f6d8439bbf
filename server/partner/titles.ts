import { wordsFor } from '#surveys'
import type { InvitedTo } from '#views'
import type { OpenedConsultation } from '../consultations/find.ts'

/** What the consultation is called in each of its languages, in words that the youngest understand. */
export function titlesOf({ languages, version }: OpenedConsultation): InvitedTo['titles'] {
  return languages.map(language => ({
    language,
    text: wordsFor(version.questionnaire.title, language, 'easy')
  }))
}
