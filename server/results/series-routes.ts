import type { FastifyInstance } from 'fastify'
import { inTime, type Wave } from '#analytics'
import { isLanguage, type Language } from '#locales'
import { countriesPage, seriesLanguages, seriesPage, type Renderer } from '#views'
import { isSlug } from '../consultations/slug.ts'
import type { Db } from '../database/client.ts'
import { sendDocument } from '../document.ts'
import { refused } from '../errors.ts'
import { inTurn } from '../in-turn.ts'
import type { ReleaseReader } from '../releases/store.ts'
import { rememberedDocuments } from '../remembered-documents.ts'
import { trendCsv } from '../reports/trend-csv.ts'
import { saidOf, seriesMembers, type Said } from '../series/find.ts'
import type { FindAsked, ReleaseParams } from './asked-release.ts'

type Params = { Params: { readonly language: string; readonly name: string } }

/** The next release or the next word changes it: good for a minute. */
const untilTheNext = 'public, max-age=60, must-revalidate'
const ofThisVersion = 'public, no-cache'
const html = 'text/html; charset=utf-8'

/** Waves of a series and countries of a release, beside each other: made from stored final releases alone. */
export function seriesRoutes(
  app: FastifyInstance,
  input: { db: Db; findAsked: FindAsked; findRelease: ReleaseReader; renderer: Renderer }
): void {
  const { db, findAsked, findRelease, renderer } = input
  const documents = rememberedDocuments({ begun: inTurn() })

  async function asked({ language, name }: Params['Params']) {
    if (!isLanguage(language) || !isSlug(name)) throw refused.notFound()
    const [waves, said] = [await wavesOf(db, findRelease, name), await saidOf(db, name)]
    if (!seriesLanguages(waves).includes(language)) throw refused.notFound()
    return { name, waves, words: said, language, key: keyOf(waves, said, language) }
  }

  app.get<Params>('/:language/series/:name', async (request, reply) => {
    const { key, ...series } = await asked(request.params)
    const document = await documents(`page ${series.name} ${key}`, html, () =>
      renderer.render('series', seriesPage(series))
    )
    return sendDocument(request, reply, document, untilTheNext)
  })

  app.get<Params>('/:language/series/:name/data.csv', async (request, reply) => {
    const { key, ...series } = await asked(request.params)
    const document = await documents(`csv ${series.name} ${key}`, 'text/csv; charset=utf-8', () =>
      trendCsv(series)
    )
    const file = `${series.name}-${series.language}.csv`
    reply.header('content-disposition', `attachment; filename="${file}"`)
    return sendDocument(request, reply, document, untilTheNext)
  })

  app.get<{ Params: ReleaseParams }>('/:language/results/:slug/:number/countries', async (request, reply) => {
    const [{ release, hash }, language] = await findAsked(request.params)
    const document = await documents(`countries ${hash} ${language}`, html, () =>
      renderer.render('series/countries', countriesPage({ release, language }))
    )
    return sendDocument(request, reply, document, ofThisVersion)
  })
}

/** The waves that have a final release, in the order of time. */
async function wavesOf(db: Db, findRelease: ReleaseReader, name: string): Promise<readonly Wave[]> {
  const found = await Promise.all((await seriesMembers(db, name)).map(slug => findRelease(slug)))
  return inTime(found.flatMap(each => each ?? []))
}

/** Changes whenever the page does. */
function keyOf(waves: readonly Wave[], said: readonly Said[], language: Language): string {
  return JSON.stringify([language, waves.map(({ hash }) => hash), said])
}
