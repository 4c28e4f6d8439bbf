import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { addresses, resultsPage, type Renderer } from '#views'
import { isLanguage, type Language } from '#locales'
import { factsOf } from '../consultations/facts.ts'
import { sendDocument } from '../document.ts'
import { refused } from '../errors.ts'
import type { ReleaseReader, StoredRelease } from '../releases/store.ts'
import { csvOf } from '../reports/csv.ts'
import { dictionaryOf } from '../reports/dictionary.ts'
import type { Directory } from '../consultations/directory.ts'
import { rememberedDocuments } from './remembered.ts'

type Params = { Params: { language: string; slug: string; number: string } }

/** A release never changes; what "the latest" means may, so its page is asked for anew. */
const forGood = 'public, max-age=31536000, immutable'
const untilTheNext = 'public, max-age=60, must-revalidate'

/** The chair and the public read: everything here is made from a stored release alone. */
export function resultsRoutes(
  app: FastifyInstance,
  {
    findRelease,
    renderer,
    directory
  }: { findRelease: ReleaseReader; renderer: Renderer; directory: Directory }
): void {
  const documents = rememberedDocuments()

  async function find(request: FastifyRequest<Params>): Promise<[StoredRelease, Language]> {
    const { language, slug, number } = request.params
    if (!isLanguage(language)) throw refused.notFound()
    const found = await findRelease(slug, number === undefined ? undefined : wholeNumber(number))
    if (found !== undefined && found.release.consultation.languages.includes(language))
      return [found, language]
    const consultation = await directory(slug)
    if (consultation === undefined || number !== undefined || found !== undefined) throw refused.notFound()
    throw refused.noResultsYet(factsOf(consultation))
  }

  async function sendPage(request: FastifyRequest<Params>, reply: FastifyReply, cache: string) {
    const [{ release, hash }, language] = await find(request)
    const document = await documents(`page ${hash} ${language}`, 'text/html; charset=utf-8', () =>
      renderer.render('results/release', resultsPage({ release, hash, language }))
    )
    return sendDocument(request, reply, document, cache)
  }

  app.get<Params>('/:language/results/:slug', (request, reply) => sendPage(request, reply, untilTheNext))
  app.get<Params>('/:language/results/:slug/:number', (request, reply) => sendPage(request, reply, forGood))

  app.get<Params>('/:language/results/:slug/:number/data.csv', async (request, reply) => {
    const [{ release, hash }, language] = await find(request)
    const document = await documents(`csv ${hash} ${language}`, 'text/csv; charset=utf-8', () =>
      csvOf(release, language)
    )
    reply.header(
      'content-disposition',
      `attachment; filename="${release.consultation.slug}-${release.number}-${language}.csv"`
    )
    return sendDocument(request, reply, document, forGood)
  })

  app.get<{ Params: { slug: string; number: string } }>(
    '/results/:slug/:number/dictionary.json',
    async (request, reply) => {
      const found = await findRelease(request.params.slug, wholeNumber(request.params.number))
      if (found === undefined) throw refused.notFound()
      const document = await documents(`dictionary ${found.hash}`, 'application/json; charset=utf-8', () =>
        JSON.stringify(dictionaryOf(found.release, found.hash), null, 2)
      )
      return sendDocument(request, reply, document, forGood)
    }
  )

  app.get<{ Params: { slug: string } }>('/results/:slug', (request, reply) =>
    reply.redirect(addresses.results('en', request.params.slug), 302)
  )
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw refused.notFound()
  return Number(text)
}
