import type { FastifyInstance } from 'fastify'
import { languages } from '#locales'
import { wordLists } from '#surveys'
import { addresses } from '#views'
import { documentOf, sendDocument } from './document.ts'

/** The lists of phrases by which a browser looks at own words: under names that stay, asked for again every day. */
export async function ownWordsRoutes(app: FastifyInstance): Promise<void> {
  for (const language of languages) {
    const list = await documentOf(JSON.stringify(wordLists[language]), 'application/json; charset=utf-8')
    app.get(addresses.wordList(language), (request, reply) =>
      sendDocument(request, reply, list, 'public, max-age=86400')
    )
  }
}
