import type { Release } from '#analytics'
import { dateAt } from '#surveys'
import type { OpenedConsultation } from './find.ts'

/** What pages, releases and documents say of a consultation; one that was closed early ended on that day. */
export function factsOf(consultation: OpenedConsultation): Release['consultation'] {
  const { slug, demonstration, timeZone, languages, meeting, schedule } = consultation
  const { closedEarlyAt } = schedule
  const closedOn = closedEarlyAt === null ? consultation.closesOn : dateAt(closedEarlyAt, timeZone)
  const closesOn = closedOn < consultation.closesOn ? closedOn : consultation.closesOn
  const opensOn = closesOn < consultation.opensOn ? closesOn : consultation.opensOn
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
