/**
 * Posts to our server, without cookies; what is secret stands in the body.
 *
 * @throws where there is no connection
 */
export function ask(address: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    body: new URLSearchParams(fields),
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error'
  })
}
