import { and, eq, isNotNull, ne } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { isLanguage, type Language } from '#locales'
import { wordsFor } from '#surveys'
import { keysPage, type PublishedKey, type Renderer } from '#views'
import type { Db } from './database/client.ts'
import { consultations, tokenKeys, versions } from './database/schema.ts'
import { documentOf, sendDocument } from './document.ts'
import { refused } from './errors.ts'
import { fingerprintOfKey } from './tokens/key-fingerprint.ts'

/** The public page of the keys that sign for cards and rooms. */
export function keyRoutes(app: FastifyInstance, { db, renderer }: { db: Db; renderer: Renderer }): void {
  app.get<{ Params: { language: string } }>('/:language/privacy/keys', async (request, reply) => {
    const { language } = request.params
    if (!isLanguage(language)) throw refused.notFound()
    const page = keysPage(language, await publishedKeys(db, language))
    return sendDocument(
      request,
      reply,
      await documentOf(renderer.render('article', page)),
      'public, max-age=60, must-revalidate'
    )
  })
}

async function publishedKeys(db: Db, language: Language): Promise<PublishedKey[]> {
  const found = await db
    .select({
      slug: consultations.slug,
      languages: consultations.languages,
      questionnaire: versions.questionnaire,
      publicKey: tokenKeys.publicKey
    })
    .from(tokenKeys)
    .innerJoin(consultations, eq(consultations.id, tokenKeys.consultationId))
    .innerJoin(versions, eq(versions.consultationId, consultations.id))
    .where(and(isNotNull(consultations.policy), ne(tokenKeys.purpose, 'test')))
    .orderBy(consultations.slug)
  return found.map(({ slug, languages, questionnaire, publicKey }) => ({
    title: languages.includes(language) ? wordsFor(questionnaire.title, language, 'standard') : slug,
    fingerprint: fingerprintOfKey(publicKey)
  }))
}
