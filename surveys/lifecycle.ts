import { Temporal } from 'temporal-polyfill'

/** When a consultation takes answers. Dates are calendar dates, `YYYY-MM-DD`, inclusive, in `timeZone` (IANA). */
export type Schedule = {
  readonly opensOn: string | null
  readonly closesOn: string | null
  readonly timeZone: string
  /** Set when somebody closed it before its last day was over. */
  readonly closedEarlyAt: Date | null
}

export type Status = 'draft' | 'scheduled' | 'open' | 'closed'

/** Status is a question about a moment, so nothing has to run at midnight for a consultation to open. */
export function statusAt(schedule: Schedule, now: Date): Status {
  if (schedule.opensOn === null || schedule.closesOn === null) return 'draft'
  if (schedule.closedEarlyAt !== null && schedule.closedEarlyAt <= now) return 'closed'
  if (now < startOfDay(schedule.opensOn, schedule.timeZone)) return 'scheduled'
  return now < startOfDay(dayAfter(schedule.closesOn), schedule.timeZone) ? 'open' : 'closed'
}

/** The calendar date in a time zone at a moment. */
export function dateAt(now: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString()
}

/** Whether a string is a calendar date of the form `YYYY-MM-DD` that exists. */
export function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  try {
    return Temporal.PlainDate.from(value).toString() === value
  } catch {
    return false
  }
}

/** Whether a string names an IANA time zone that is known here. */
export function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** The first moment of a calendar date in a zone: where clocks skip midnight, the moment the day begins there. */
function startOfDay(date: string, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds)
}

function dayAfter(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString()
}
