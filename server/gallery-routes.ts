import type { FastifyInstance } from 'fastify'
import { isLanguage } from '#locales'
import { examplePages, galleryPage, type Renderer } from '#views'
import { refused } from './errors.ts'

/** Every example page, for those who build; production has none. They are made anew each time, as code changes. */
export function galleryRoutes(app: FastifyInstance, { renderer }: { renderer: Renderer }): void {
  const html = 'text/html; charset=utf-8'

  app.get('/gallery', async (_request, reply) => {
    const names = examplePages('en').map(({ name }) => name)
    return reply
      .header('cache-control', 'no-store')
      .type(html)
      .send(renderer.render('gallery', galleryPage(names)))
  })

  app.get<{ Params: { language: string; number: string } }>(
    '/gallery/:language/:number',
    async (request, reply) => {
      const { language, number } = request.params
      const example = isLanguage(language) ? examplePages(language)[Number(number) - 1] : undefined
      if (example === undefined) throw refused.notFound()
      return reply.header('cache-control', 'no-store').type(html).send(example.render(renderer))
    }
  )
}
