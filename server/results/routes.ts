import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { resultsPage, type Renderer } from '#views'
import { askedTogether } from '../asked-together.ts'
import { isSlug } from '../consultations/slug.ts'
import { sendDocument } from '../document.ts'
import { refused } from '../errors.ts'
import type { Db } from '../database/client.ts'
import type { ReleaseReader } from '../releases/store.ts'
import { inTurn } from '../in-turn.ts'
import { rememberedDocuments } from '../remembered-documents.ts'
import { csvOf } from '../reports/csv.ts'
import { dictionaryOf } from '../reports/dictionary.ts'
import { downloadName } from '../reports/download-name.ts'
import { seriesOf } from '../series/find.ts'
import { wholeNumber, type FindAsked, type ReleaseParams } from './asked-release.ts'

type Params = { Params: ReleaseParams }

/** A release never changes, but the next version of Earshot may put it differently, or with other scripts. */
const ofThisVersion = 'public, no-cache'
/** What "the latest" means may change: its page is good for a minute. */
const untilTheNext = 'public, max-age=60, must-revalidate'

/** The chair and the public read: everything here is made from a stored release alone. */
export function resultsRoutes(
  app: FastifyInstance,
  {
    db,
    findAsked,
    findRelease,
    renderer
  }: { db: Db; findAsked: FindAsked; findRelease: ReleaseReader; renderer: Renderer }
): void {
  const documents = rememberedDocuments({ begun: inTurn() })
  const together = askedTogether<string | null>()

  async function sendPage(request: FastifyRequest<Params>, reply: FastifyReply, cache: string) {
    const [{ release, hash }, language] = await findAsked(request.params)
    // A release never changes; whether it belongs to a series may.
    const { slug } = release.consultation
    const series = await together(slug, () => seriesOf(db, slug))
    const key = `page ${hash} ${language} ${series ?? ''}`
    const document = await documents(key, 'text/html; charset=utf-8', () =>
      renderer.render('results/release', resultsPage({ release, hash, language, series }))
    )
    return sendDocument(request, reply, document, cache)
  }

  app.get<Params>('/:language/results/:slug', (request, reply) => sendPage(request, reply, untilTheNext))
  app.get<Params>('/:language/results/:slug/:number', (request, reply) =>
    sendPage(request, reply, ofThisVersion)
  )

  app.get<Params>('/:language/results/:slug/:number/data.csv', async (request, reply) => {
    const [{ release, hash }, language] = await findAsked(request.params)
    const document = await documents(`csv ${hash} ${language}`, 'text/csv; charset=utf-8', () =>
      csvOf(release, language)
    )
    const name = downloadName(release, `${language}.csv`)
    reply.header('content-disposition', `attachment; filename="${name}"`)
    return sendDocument(request, reply, document, ofThisVersion)
  })

  app.get<{ Params: { slug: string; number: string } }>(
    '/results/:slug/:number/dictionary.json',
    async (request, reply) => {
      const { slug, number } = request.params
      const found = isSlug(slug) ? await findRelease(slug, wholeNumber(number)) : undefined
      if (found === undefined) throw refused.notFound()
      const document = await documents(`dictionary ${found.hash}`, 'application/json; charset=utf-8', () =>
        JSON.stringify(dictionaryOf(found.release, found.hash), null, 2)
      )
      return sendDocument(request, reply, document, ofThisVersion)
    }
  )
}
