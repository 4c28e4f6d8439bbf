import { isDate, isTimeZone } from './lifecycle.ts'
import type { Problem } from './problem.ts'

/** A meeting of the working group. Dates are calendar dates, `YYYY-MM-DD`, in its time zone. */
export type Meeting = {
  readonly body: string
  readonly number: number
  readonly place: string
  readonly startsOn: string
  readonly endsOn: string
  readonly documentDeadline: string
  /** IANA name, such as Europe/Zurich. */
  readonly timeZone: string
}

/** No body has met as often; a larger number is a slip of the finger. */
const largestNumber = 9999

/** Everything that is wrong with a meeting as it was entered. */
export function checkMeeting(meeting: Meeting): Problem[] {
  const dates = ['startsOn', 'endsOn', 'documentDeadline'] as const
  const problems: Problem[] = dates
    .filter(name => !isDate(meeting[name]))
    .map(name => ({ at: name, code: 'meeting.notADate', params: { value: meeting[name] } }))
  if (!isTimeZone(meeting.timeZone)) {
    problems.push({ at: 'timeZone', code: 'meeting.unknownTimeZone', params: { value: meeting.timeZone } })
  }
  if (!Number.isInteger(meeting.number) || meeting.number < 1 || meeting.number > largestNumber) {
    problems.push({ at: 'number', code: 'meeting.notANumber', params: { value: String(meeting.number) } })
  }
  for (const name of ['body', 'place'] as const) {
    if (meeting[name].trim() === '') problems.push({ at: name, code: 'meeting.empty' })
  }
  if (problems.length > 0) return problems
  if (meeting.endsOn < meeting.startsOn) problems.push({ at: 'endsOn', code: 'meeting.endsBeforeItStarts' })
  if (meeting.documentDeadline > meeting.endsOn) {
    problems.push({ at: 'documentDeadline', code: 'meeting.deadlineAfterMeeting' })
  }
  return problems
}
