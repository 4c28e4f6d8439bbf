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
    reply.header('clear-site-data', '"cache", "cookies", "storage"').header('cache-control', 'no-store')
    const place = renderer.site.leaveTo[language]
    if (place !== undefined) return reply.redirect(place, 303)
    return reply.type('text/html; charset=utf-8').send(empty.get(language))
  })
}
