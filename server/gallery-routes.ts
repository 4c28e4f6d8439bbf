import type { FastifyInstance } from 'fastify'
import { isLanguage, type Language } from '#locales'
import { examplePages, galleryPage, type Example, type Renderer } from '#views'
import { refused } from './errors.ts'

/** Every example page, for those who build; production has none. What they show is made once, the pages each time. */
export function galleryRoutes(app: FastifyInstance, { renderer }: { renderer: Renderer }): void {
  const html = 'text/html; charset=utf-8'
  const made = new Map<Language, readonly Example[]>()

  function examplesIn(language: Language): readonly Example[] {
    const examples = made.get(language) ?? examplePages(language)
    made.set(language, examples)
    return examples
  }

  app.get('/gallery', async (_request, reply) => {
    const names = examplesIn('en').map(({ name }) => name)
    return reply
      .header('cache-control', 'no-store')
      .type(html)
      .send(renderer.render('gallery', galleryPage(names)))
  })

  app.get<{ Params: { language: string; number: string } }>(
    '/gallery/:language/:number',
    async (request, reply) => {
      const { language, number } = request.params
      const example = isLanguage(language) ? examplesIn(language)[Number(number) - 1] : undefined
      if (example === undefined) throw refused.notFound()
      return reply.header('cache-control', 'no-store').type(html).send(example.render(renderer))
    }
  )
}
