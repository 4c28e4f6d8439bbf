import { Temporal } from 'temporal-polyfill'

/** When a consultation takes answers: from the first instant up to, not including, the second. */
export type Schedule = {
  /** Null until it has been decided. */
  readonly opensAt: Date | null
  readonly closesAt: Date | null
  /** Set when somebody closed it before its last day was over. */
  readonly closedEarlyAt: Date | null
  /** Set while somebody has it take no answers for a time. */
  readonly paused: boolean
}

export type Status = 'draft' | 'scheduled' | 'open' | 'paused' | 'closed'

/** Status is a question about a moment, so nothing has to run at midnight for a consultation to open. */
export function statusAt({ opensAt, closesAt, closedEarlyAt, paused }: Schedule, now: Date): Status {
  if (opensAt === null || closesAt === null) return 'draft'
  if (closedEarlyAt !== null && closedEarlyAt <= now) return 'closed'
  if (now < opensAt) return 'scheduled'
  if (now >= closesAt) return 'closed'
  return paused ? 'paused' : 'open'
}

/**
 * The instants between which calendar dates, both included, lie in a time zone.
 *
 * @param from first day, `YYYY-MM-DD`
 * @param until last day
 * @param timeZone IANA name
 */
export function instantsOf(from: string, until: string, timeZone: string): { opensAt: Date; closesAt: Date } {
  return { opensAt: startOfDay(from, timeZone), closesAt: startOfDay(dayAfter(until), timeZone) }
}

/** The calendar date in a time zone at a moment. */
export function dateAt(now: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString()
}

const msPerDay = 24 * 60 * 60 * 1000

/** The calendar date so many days from an instant, before it where negative; `YYYY-MM-DD`. */
export function dateIn(days: number, now: Date, timeZone: string): string {
  return dateAt(new Date(now.getTime() + days * msPerDay), timeZone)
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
  // Newer versions of Node take offsets too, but an offset does not know when clocks change.
  if (/^[+-]/.test(value)) return false
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
