/** How long answers are kept once a consultation has been released for the last time, in calendar months. */
export const monthsOfResponses = 24
/** How long what people wrote in their own words is kept after that, in days. */
export const daysOfRemarks = 90

/** The first day on which something is not kept any more, `YYYY-MM-DD`. */
export type LastDays = { readonly responses: string; readonly remarks: string }

/**
 * When what respondents sent goes. The term begins with the last release: the final report is made from it, and nothing
 * records yet when that report was handed over. A release that follows begins it anew.
 *
 * @param releasedOn day of the last release, `YYYY-MM-DD` in the consultation's time zone
 * @returns of a month that is too short for the day its last day: 31 August and 6 months give 28 February
 */
export function lastDays(releasedOn: string): LastDays {
  const [year = 0, month = 0, day = 0] = releasedOn.split('-').map(Number)
  const months = month - 1 + monthsOfResponses
  const lastOfMonth = new Date(Date.UTC(year, months + 1, 0)).getUTCDate()
  return {
    responses: dateOf(Date.UTC(year, months, Math.min(day, lastOfMonth))),
    remarks: dateOf(Date.UTC(year, month - 1, day + daysOfRemarks))
  }
}

/** @param today in the same time zone as the release */
export function isDue(goesOn: string, today: string): boolean {
  return today >= goesOn
}

function dateOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}
