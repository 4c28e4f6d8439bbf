import { dateAt, dateIn } from '#surveys'
import { homeTimeZone } from '../secretariat/open.ts'
import { readHelpline } from './check.ts'
import type { Helpline } from './helpline.ts'

/** How old a verification may be for its line to be shown, in days. */
const daysShown = 90

/** The date by which verifications are counted, on the calendar of where the secretariat works. */
export function todayAt(now: Date): string {
  return dateAt(now, homeTimeZone)
}

/** The last day on which a line is shown that was verified on a date, both `YYYY-MM-DD`. */
export function shownUntil(verifiedOn: string): string {
  return dateIn(daysShown, new Date(`${verifiedOn}T12:00:00Z`), 'UTC')
}

/** What keeps a helpline on the page, or off it. */
export type Standing =
  | { readonly kind: 'shown'; readonly until: string }
  | { readonly kind: 'notVerified' }
  | { readonly kind: 'tooOld'; readonly verifiedOn: string }
  /** Not as entries have to be, or verified on a day to come: it came into the table by another way than ours. */
  | { readonly kind: 'faulty' }

/** Whether and until when a helpline is shown. @param today `YYYY-MM-DD` */
export function standingOf(helpline: Helpline, today: string): Standing {
  if (!readHelpline(helpline, today).ok) return { kind: 'faulty' }
  const { verifiedOn } = helpline
  if (verifiedOn === null) return { kind: 'notVerified' }
  const until = shownUntil(verifiedOn)
  return today <= until ? { kind: 'shown', until } : { kind: 'tooOld', verifiedOn }
}

/** A helpline that may be shown: somebody looked at it on a day that is not long ago. */
export type CurrentHelpline = Helpline & { readonly verifiedOn: string }

/** The helplines that may be shown. @param today `YYYY-MM-DD` */
export function currentAmong(all: readonly Helpline[], today: string): CurrentHelpline[] {
  return all.flatMap(helpline => {
    const { verifiedOn } = helpline
    return verifiedOn !== null && standingOf(helpline, today).kind === 'shown'
      ? [{ ...helpline, verifiedOn }]
      : []
  })
}
