import fp from 'fastify-plugin'
import { refused } from '../errors.ts'

/** Forms arrive as URLSearchParams: repeated names stay a list, and no name can reach a prototype. */
export const formBody = fp(async app => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: unknown, body: unknown) => fieldsIn(String(body))
  )
})

const mostFields = 2000

/** Counted before they are taken apart: a quarter of a million empty fields would keep everybody waiting. */
function fieldsIn(body: string): URLSearchParams {
  let fields = 1
  for (let at = body.indexOf('&'); at !== -1; at = body.indexOf('&', at + 1)) fields += 1
  if (fields > mostFields) throw refused.unreadable('too many fields')
  return new URLSearchParams(body)
}
