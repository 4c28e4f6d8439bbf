import type { Release } from '#analytics'
import type { OpenedConsultation } from './find.ts'

/** What pages, releases and documents say of a consultation. */
export function factsOf(consultation: OpenedConsultation): Release['consultation'] {
  const { slug, demonstration, opensOn, closesOn, timeZone, languages, meeting } = consultation
  return {
    slug,
    demonstration,
    opensOn,
    closesOn,
    timeZone,
    languages,
    meeting: meeting && {
      body: meeting.body,
      number: meeting.number,
      place: meeting.place,
      startsOn: meeting.startsOn,
      endsOn: meeting.endsOn
    }
  }
}
