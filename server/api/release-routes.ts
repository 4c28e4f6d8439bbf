import type { FastifyInstance } from 'fastify'
import { numbersOfReleases } from '../releases/numbers.ts'
import type { AnyStoredRelease } from '../releases/store.ts'
import { rememberedDocuments } from '../remembered-documents.ts'
import { at } from './addresses.ts'
import { caching } from './caching.ts'
import { operation } from './openapi.ts'
import { pageOf, type Part } from './page-of.ts'
import { parameters, queries } from './parameters.ts'
import { ApiProblem } from './problem.ts'
import { summaryOf, tableListOf, tableOf, whyNoTable } from './release-documents.ts'
import { resource } from './resource.ts'
import type { Api } from './routes.ts'
import { sendFresh, sendJson, sendText } from './send-json.ts'
import { getShown } from './shown.ts'

type Named = { slug: string; release: string }

/** A large release is kept in three encodings: few of them, and many of the small documents made from them. */
const most = { releases: 20, documents: 1000 } as const
const { slug, release, question } = parameters
const ofARelease = [
  'invalid-parameter',
  'not-open-yet',
  'not-found',
  'no-release-yet',
  'answers-destroyed',
  'too-many-requests'
] as const

/** The figures, all of them out of stored releases. */
export function releaseRoutes(app: FastifyInstance, api: Api): void {
  const releases = rememberedDocuments({ most: most.releases })
  const documents = rememberedDocuments({ most: most.documents })

  resource<{ Params: { slug: string }; Querystring: Part }>(app, {
    url: '/consultations/:slug/releases',
    schema: operation({
      id: 'listReleases',
      params: { slug },
      query: { limit: queries.limit, offset: queries.offset },
      holds: 'ReleaseList',
      problems: ['invalid-parameter', 'not-open-yet', 'not-found', 'too-many-requests']
    }),
    answer: async (request, reply) => {
      const { slug } = await getShown(api, request.params.slug)
      const { items, ...page } = pageOf(
        reply,
        at.releases(slug),
        await numbersOfReleases(api.db, slug),
        request.query
      )
      const found = []
      for (const number of items) {
        const stored = await api.findRelease(slug, number)
        if (stored !== undefined) found.push(summaryOf(stored))
      }
      return sendFresh(request, reply, documents, { items: found, ...page }, caching.untilTheNext)
    }
  })

  resource<{ Params: Named }>(app, {
    url: '/consultations/:slug/releases/:release',
    schema: operation({
      id: 'getRelease',
      params: { slug, release },
      holds: 'Release',
      problems: ofARelease
    }),
    answer: async (request, reply) => {
      const { hash, body, release } = await getRelease(api, request.params)
      reply.header('content-location', at.release(release.consultation.slug, release.number))
      const cache = cachingFor(request.params, caching.release)
      return sendText(request, reply, releases, { key: hash, text: body, cache })
    }
  })

  resource<{ Params: Named }>(app, {
    url: '/consultations/:slug/releases/:release/tables',
    schema: operation({
      id: 'listTables',
      params: { slug, release },
      holds: 'TableList',
      problems: ofARelease
    }),
    answer: async (request, reply) => {
      const stored = await getRelease(api, request.params)
      return sendJson(request, reply, documents, {
        key: `tables ${stored.hash}`,
        make: () => tableListOf(stored),
        cache: cachingFor(request.params, caching.ofRelease)
      })
    }
  })

  resource<{ Params: Named & { question: string }; Querystring: { by?: string } }>(app, {
    url: '/consultations/:slug/releases/:release/tables/:question',
    schema: operation({
      id: 'getTable',
      params: { slug, release, question },
      query: { by: queries.by },
      holds: 'Table',
      problems: ofARelease
    }),
    answer: async (request, reply) => {
      const stored = await getRelease(api, request.params)
      const { question } = request.params
      const by = request.query.by?.split(',') ?? []
      const table = tableOf(stored, question, by)
      if (table === undefined) throw new ApiProblem('not-found', whyNoTable(stored.release, question, by))
      return sendJson(request, reply, documents, {
        key: `table ${stored.hash} ${table.question} ${table.by.join()}`,
        make: () => table,
        cache: cachingFor(request.params, caching.ofRelease)
      })
    }
  })
}

/** The release of an address. @throws ApiProblem where there is none */
async function getRelease(api: Api, { slug, release }: Named): Promise<AnyStoredRelease> {
  const found = await api.findRelease(slug, release === 'latest' ? undefined : Number(release))
  if (found !== undefined) return found
  const { emptied } = await getShown(api, slug)
  if (release !== 'latest')
    throw new ApiProblem('not-found', 'There is no release of that number; the address before it lists all.')
  throw new ApiProblem(emptied === 'destroyed' ? 'answers-destroyed' : 'no-release-yet')
}

/** What "the latest" is may change at any time. */
function cachingFor({ release }: Named, numbered: string): string {
  return release === 'latest' ? caching.untilTheNext : numbered
}
