import type { FastifyInstance } from 'fastify'
import { sql } from 'drizzle-orm'
import { addresses, homePage, type Renderer } from '#views'
import { isLanguage, type Language } from '#locales'
import type { Db } from './database/client.ts'
import { sendDocument } from './document.ts'
import { refused } from './errors.ts'
import { preferredLanguage } from './preferred-language.ts'
import type { ReleaseReader } from './releases/store.ts'
import { rememberedDocuments } from './remembered-documents.ts'
import { listerOf } from './what-there-is.ts'

type Params = { Params: { language: string } }
const html = 'text/html; charset=utf-8'
const someMinutes = 'public, max-age=300'

/** The first page, and whether the server is well. */
export function homeRoutes(
  app: FastifyInstance,
  {
    db,
    findRelease,
    renderer,
    clock
  }: { db: Db; findRelease: ReleaseReader; renderer: Renderer; clock: () => Date }
): void {
  const documents = rememberedDocuments()
  const whatThereIs = listerOf(db, findRelease, clock)

  app.get('/', async (request, reply) => {
    const language = preferredLanguage(request.headers['accept-language'])
    return reply
      .header('vary', 'accept-language')
      .header('cache-control', someMinutes)
      .redirect(addresses.home(language), 302)
  })

  app.get('/healthz', async (_request, reply) => {
    await db.execute(sql`select 1`)
    return reply.header('cache-control', 'no-store').type('text/plain; charset=utf-8').send('well\n')
  })

  app.get<Params>('/:language', async (request, reply) => {
    const language = languageIn(request.params)
    const listed = await whatThereIs()
    const document = await documents(`home ${listed.edition} ${language}`, html, () =>
      renderer.render('home', homePage({ language, ...listed }))
    )
    return sendDocument(request, reply, document, 'no-cache')
  })
}

function languageIn({ language }: { language: string }): Language {
  if (!isLanguage(language)) throw refused.notFound()
  return language
}
