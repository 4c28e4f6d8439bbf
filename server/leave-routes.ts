import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { isLanguage, languages, type Language } from '#locales'
import type { Renderer } from '#views'
import { refused } from './errors.ts'

/**
 * Leaving: the browser is told to forget everything this site kept, and goes to the place that was set, or stays on an
 * empty page. It is where the link leads without a script; a script covers the page and goes away by itself, and only
 * tells this address so that what it could not reach is forgotten too.
 */
export function leaveRoutes(app: FastifyInstance, { renderer }: { renderer: Renderer }): void {
  const empty = new Map<Language, string>(languages.map(language => [language, renderer.blank(language)]))

  app.get<{ Params: { language: string } }>('/:language/leave', async (request, reply) => {
    const { language } = request.params
    if (!isLanguage(language)) throw refused.notFound()
    reply.header('cache-control', 'no-store').header('vary', 'sec-fetch-site')
    if (isOwnWish(request.headers)) reply.header('clear-site-data', '"cache", "cookies", "storage"')
    const place = renderer.site.leaveTo[language]
    if (place !== undefined) return reply.redirect(place, 303)
    return reply.type('text/html; charset=utf-8').send(empty.get(language))
  })
}

/** Whether a reader of ours asks: a picture on somebody else's page must not delete what waits to be sent. */
function isOwnWish(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'] ?? 'none'
  return (site === 'same-origin' || site === 'none') && headers['sec-purpose'] === undefined
}
