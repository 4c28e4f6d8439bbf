import { answersOf, routeOf, valuesOf } from './values.ts'
import type { Page } from './page.ts'

export type Sent = 'sent' | 'offline' | 'refused'

/** A random 128-bit id by which the server knows a sending that it has already taken. */
export function newResendId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('')
}

/** Posts what stands on the route, once. "Sent" is said by the server and by nobody else. */
export async function send(page: Page, resend: string): Promise<Sent> {
  try {
    const response = await fetch(page.data.action, {
      method: 'POST',
      body: bodyOf(page, resend),
      credentials: 'omit',
      cache: 'no-store'
    })
    const arrived = new URL(response.url, location.href).pathname
    return response.ok && arrived === page.data.thanks ? 'sent' : 'refused'
  } catch {
    return 'offline'
  }
}

function bodyOf(page: Page, resend: string): URLSearchParams {
  const fields = new FormData(page.form)
  const body = new URLSearchParams({ resend, stage: 'send' })
  for (const name of ['band', 'version']) body.append(name, String(fields.get(name) ?? ''))
  for (const position of routeOf(page, answersOf(page))) {
    const id = page.data.asked[position] ?? ''
    for (const value of valuesOf(page, id)) if (value !== '') body.append(`q.${id}`, value)
  }
  return body
}
