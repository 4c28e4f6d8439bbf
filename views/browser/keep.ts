import type { Page } from './page.ts'
import { keepTicket, ticketOf } from './ticket.ts'
import { setValues, valuesOf } from './values.ts'

/** What this tab keeps until the answers are sent or the site is left; an own phone keeps a copy, see `device.ts`. */
export type Kept = {
  readonly values: Readonly<Record<string, readonly string[]>>
  /**
   * Id of the question that was shown last, null where the answers were checked, and ids of those that have been seen:
   * another age is asked other questions, so that places on the page change.
   */
  readonly step: string | null
  readonly seen: readonly string[]
  /** Id of the sending: trying again sends the same. */
  readonly resend: string
  /** What a code was redeemed for; see `ticket.ts`. */
  readonly ticket?: string
}

/** Keeps everything that stands in the form. Storage that is full or forbidden only means that a reload forgets. */
export function keep(page: Page, rest: Omit<Kept, 'values' | 'ticket'>): void {
  const values = Object.fromEntries(page.data.asked.map(id => [id, valuesOf(page, id)]))
  const kept: Kept = { ...rest, values, ticket: ticketOf(page.data.key) }
  try {
    sessionStorage.setItem(page.data.key, JSON.stringify(kept))
  } catch {
    return
  }
}

/** Puts back what was kept in this tab, in whichever language it was given. */
export function restore(page: Page): Kept | undefined {
  try {
    const text = sessionStorage.getItem(page.data.key)
    if (text === null) return undefined
    const kept: Kept = JSON.parse(text)
    if (!/^[0-9a-f]{32}$/.test(kept.resend) || !Array.isArray(kept.seen)) return undefined
    if (kept.ticket) keepTicket(page.data.key, kept.ticket)
    for (const id of page.data.asked) setValues(page, id, kept.values[id] ?? [])
    return kept
  } catch {
    return undefined
  }
}

/** Whether this tab kept something and no longer does: the answers were sent or wiped. */
export function isForgotten({ data: { key } }: Page): boolean {
  try {
    return sessionStorage.getItem(key) === null
  } catch {
    return false
  }
}

/** Forgets everything this site kept in this tab. */
export function forget(): void {
  try {
    sessionStorage.clear()
  } catch {
    return
  }
}
