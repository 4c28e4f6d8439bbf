/**
 * What a code was redeemed for, kept by this tab until the answers are sent or the site is left: the fields of the form
 * `token` and `signature`. It does not stand with the answers, which whoever begins anew on a shared phone wipes.
 */
export function ticketOf(key: string): string {
  try {
    return sessionStorage.getItem(nameFor(key)) ?? ''
  } catch {
    return ''
  }
}

export function keepTicket(key: string, fields: string): void {
  sessionStorage.setItem(nameFor(key), fields)
}

/** @param key short name of the consultation, or that and its version, as in `ScriptData.key` */
const nameFor = (key: string): string => `ticket ${key.split('/')[0]}`
