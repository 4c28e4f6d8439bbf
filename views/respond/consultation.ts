import { formatDateRange, isolated, translator, type Language } from '#locales'
import { placeName, type Release } from '#analytics'
import type { Media } from '../media.ts'
import type { Entry } from './entry.ts'
import { questionnaireFor, type AgeBand, type Given, type Problem, type Questionnaire } from '#surveys'

/** What pages say of a consultation: the same facts that a release carries. */
export type ConsultationFacts = Release['consultation']

/** One frozen version as it is put before one age band in one language. */
export type Asked = {
  readonly language: Language
  readonly consultation: ConsultationFacts
  readonly questionnaire: Questionnaire
  /** Number of the frozen version. */
  readonly version: number
  readonly band: AgeBand
  /** How somebody comes in where not everyone may answer; null and absent: anyone may. */
  readonly entry?: Entry | null
  /** Recordings and videos; none unless given. */
  readonly media?: Media
  /** Whether a safeguarding lead reads texts that hold signs of harm before the close. */
  readonly leadReads?: boolean
}

/** The same with that part of the questionnaire alone that the band can be shown: what stands on its pages. */
export function forBand(asked: Asked): Asked {
  return { ...asked, questionnaire: questionnaireFor(asked.questionnaire, asked.band) }
}

/** What came in with a form, kept as it was typed, and what is wrong with it. */
export type FilledIn = {
  readonly values: Given
  readonly problems: readonly Problem[]
  /** Id of the sending it came with, if any: sent again after a change, it is the same one. */
  readonly resend?: string | null
  /** The code of a card or a room, as it was typed. */
  readonly code?: string
}

/** The meeting in a few words; null where a consultation belongs to none. */
export function meetingLine(consultation: ConsultationFacts, language: Language): string | null {
  const { meeting } = consultation
  if (meeting === null) return null
  return translator(language)('chrome:meetingFull', {
    body: isolated(meeting.body),
    number: meeting.number,
    place: isolated(placeName(meeting.place, language)),
    dates: isolated(formatDateRange(meeting.startsOn, meeting.endsOn, language))
  })
}
