import { post, type Waiting } from './draft.ts'
import { ticketOf } from './ticket.ts'
import { answersOf, routeOf, valuesOf } from './values.ts'
import type { Page } from './page.ts'

/**
 * What became of a sending. A refusal is said in the words of our own page, never in those of somebody who stands between;
 * it is worth trying again where the server cannot take answers just now.
 */
export type Sent =
  'sent' | 'offline' | { readonly title: string; readonly text: string; readonly again: boolean }

/** A random 128-bit id by which the server knows a sending that it has already taken. */
export function newResendId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('')
}

/** Posts answers, once. "Sent" is said by the server and by nobody else. */
export async function send({ action, body, thanks }: Waiting): Promise<Sent> {
  try {
    const response = await post(action, body)
    if (response.ok && new URL(response.url, location.href).pathname === thanks) return 'sent'
    const ours = new DOMParser()
      .parseFromString(await response.text(), 'text/html')
      .querySelector('main.respond')
    // The form comes back where something in it is wrong, with a summary on top.
    const title = ours?.querySelector('.summary h2, h1')?.textContent
    const text = ours?.querySelector('.summary li, .lead')?.textContent?.trim()
    return title && text ? { title, text, again: response.status >= 500 } : 'offline'
  } catch {
    return 'offline'
  }
}

/** All that stands on the route, as the server reads it. */
export function sendingOf(page: Page, resend: string): Waiting {
  const fields = new FormData(page.form)
  const body = new URLSearchParams(`resend=${resend}&stage=send&${ticketOf(page.data.key)}`)
  for (const name of ['band', 'version', 'code'])
    for (const value of fields.getAll(name)) body.append(name, String(value))
  for (const position of routeOf(page, answersOf(page))) {
    const id = page.data.asked[position] ?? ''
    for (const value of valuesOf(page, id)) if (value !== '') body.append(`q.${id}`, value)
  }
  return { action: page.data.action, body: String(body), thanks: page.data.thanks }
}
