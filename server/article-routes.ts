import type { FastifyInstance } from 'fastify'
import { isLanguage, type Language } from '#locales'
import {
  aboutPage,
  accessibilityPage,
  easyPrivacyPage,
  privacyPage,
  type ArticlePage,
  type Renderer
} from '#views'
import { stored } from './database/stored.ts'
import { sendDocument } from './document.ts'
import { refused } from './errors.ts'
import { rememberedDocuments } from './remembered-documents.ts'

type Article = (language: Language, contact: string | null) => ArticlePage

const articles: Readonly<Record<string, Article>> = {
  about: aboutPage,
  privacy: (language, contact) => privacyPage(language, stored(), contact),
  'privacy/easy': easyPrivacyPage,
  accessibility: accessibilityPage
}

/** The pages for trust: who listens, what is kept, what everybody can count on. */
export function articleRoutes(app: FastifyInstance, { renderer }: { renderer: Renderer }): void {
  const documents = rememberedDocuments()
  for (const [path, page] of Object.entries(articles)) {
    app.get<{ Params: { language: string } }>(`/:language/${path}`, async (request, reply) => {
      const { language } = request.params
      if (!isLanguage(language)) throw refused.notFound()
      const document = await documents(`${path} ${language}`, 'text/html; charset=utf-8', () =>
        renderer.render('article', page(language, renderer.site.contact))
      )
      return sendDocument(request, reply, document, 'public, max-age=300')
    })
  }
}
