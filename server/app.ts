import fastify, { type FastifyInstance } from 'fastify'
import { ApiProblem, isOfApi, sendProblem } from './api/problem.ts'
import { apiRoutes } from './api/routes.ts'
import { articleRoutes } from './article-routes.ts'
import { assetRoutes } from './asset-routes.ts'
import type { Connections, Db } from './database/client.ts'
import { galleryRoutes } from './gallery-routes.ts'
import { helpRoutes } from './helplines/routes.ts'
import { homeRoutes } from './home-routes.ts'
import { refused } from './errors.ts'
import { forLog } from './for-log.ts'
import { keyRoutes } from './key-routes.ts'
import { boardRoutes } from './live/board-routes.ts'
import { eventRoutes } from './live/event-routes.ts'
import { leaveRoutes } from './leave-routes.ts'
import type { SharedCounts } from './limits/redis.ts'
import { logging, type Logging } from './log-lines.ts'
import { mediaRoutes } from './media/routes.ts'
import { mediaShelf } from './media/shelf.ts'
import { ownWordsRoutes } from './own-words-routes.ts'
import { answerWith, errorPages } from './plugins/error-pages.ts'
import { formBody } from './plugins/form-body.ts'
import { limitMalformed } from './plugins/malformed-limit.ts'
import { unreadableRequests } from './plugins/unreadable-requests.ts'
import { securityHeaders, securityHeadersFor } from './plugins/security-headers.ts'
import { partnerRoutes } from './partner/routes.ts'
import { roomRoutes } from './partner/room-routes.ts'
import { anyReleaseReaderOf, hasRelease, releaseReaderOf } from './releases/store.ts'
import { directoryOf } from './consultations/directory.ts'
import { respondRoutes } from './respond/routes.ts'
import { askedReleases } from './results/asked-release.ts'
import { openDataRoutes } from './results/open-data-routes.ts'
import { pictureRoutes } from './results/picture-routes.ts'
import { reportRoutes } from './results/report-routes.ts'
import { resultsRoutes } from './results/routes.ts'
import { seriesRoutes } from './results/series-routes.ts'
import { entranceOf } from './tokens/entrance.ts'
import type { Views } from './views.ts'
import type { Workshop } from './workshop/index.ts'

export type AppOptions = {
  /** Takes answers in, as the role `admission`: it reads no answer, sealed or not. */
  readonly admission: Connections
  /** Shows what is public, as the role `reader`: it reads nothing about respondents. */
  readonly reader: Db
  /** Takes in what partners draw, as the role `secretariat`: it reads no answer and no mark. */
  readonly secretariat: Db
  readonly views: Views
  /** Makes pictures and documents; whoever opened it closes it. */
  readonly workshop: Workshop
  /** Folder of the keys, with the private ones that sign tokens. */
  readonly keyFolder: string
  /** Recordings and sign-language videos. */
  readonly mediaFolder?: string | undefined
  /** The secret `pepper` of the key folder: without it nobody can try what codes the hashes of cards are of. */
  readonly pepper: Buffer
  readonly clock: () => Date
  readonly trustProxy: string | false
  /** Whether people come by https: then browsers are told to insist on it. */
  readonly https: boolean
  /** Whether the examples of all pages are shown at `/gallery`: not in production. */
  readonly gallery: boolean
  readonly logger: Logging
  /** Where several servers count floods together. */
  readonly counts?: SharedCounts | undefined
}

/** Everything but listening. Read from top to bottom it is the security policy. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { admission, reader, secretariat, keyFolder, pepper, counts } = options
  const { views, workshop, mediaFolder, clock, trustProxy, https, gallery, logger } = options
  const headers = securityHeadersFor(views.styleHashes, https)
  const answer = answerWith(views.renderer)
  const app = fastify({
    ...logging(logger),
    trustProxy,
    bodyLimit: 64 * 1024,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 128, ignoreTrailingSlash: true },
    clientErrorHandler: unreadableRequests(headers),
    // An address that cannot be read, or is too long, comes here past every hook.
    frameworkErrors: (_error, request, reply) => {
      if (isOfApi(request.url)) sendProblem(reply.headers(headers), new ApiProblem('not-found'))
      else answer(request, reply.headers(headers), refused.notFound())
    }
  })
  await app.register(securityHeaders, { headers })
  await app.register(limitMalformed, { clock, counts })
  await app.register(formBody)
  await app.register(errorPages, { answer })
  const directory = directoryOf(reader, clock)
  const findAny = anyReleaseReaderOf(reader)
  const findRelease = releaseReaderOf(reader, findAny)
  homeRoutes(app, { db: reader, findRelease, renderer: views.renderer, clock })
  articleRoutes(app, { renderer: views.renderer })
  keyRoutes(app, { db: reader, renderer: views.renderer })
  if (gallery) galleryRoutes(app, { renderer: views.renderer })
  leaveRoutes(app, { renderer: views.renderer })
  assetRoutes(app, views)
  await ownWordsRoutes(app)
  mediaRoutes(app, mediaFolder)
  const mediaOf = mediaShelf({
    folder: mediaFolder,
    clock,
    trouble: (where, error) => app.log.warn({ where, error: forLog(error) }, 'what is there cannot be read')
  })
  helpRoutes(app, { db: admission.db, renderer: views.renderer, mediaOf, clock })
  await apiRoutes(app, { db: reader, findRelease: findAny, directory, clock }, views.renderer)
  const findAsked = askedReleases(findRelease, directory)
  resultsRoutes(app, { db: reader, findAsked, findRelease, renderer: views.renderer })
  seriesRoutes(app, { db: reader, findAsked, findRelease, renderer: views.renderer })
  openDataRoutes(app, { findAny, workshop })
  eventRoutes(app, { db: reader, directory })
  boardRoutes(app, { directory, findAny, renderer: views.renderer, clock })
  pictureRoutes(app, { findAsked, workshop })
  reportRoutes(app, { db: reader, findAsked, renderer: views.renderer, workshop })
  partnerRoutes(app, { db: secretariat, renderer: views.renderer, directory, pepper, clock })
  // Like those who come in, its screen counts who has.
  roomRoutes(app, { db: admission.db, renderer: views.renderer, directory, pepper, clock })
  const isReleased = (slug: string) => hasRelease(reader, slug)
  const entrance = entranceOf({ db: admission.db, keyFolder, pepper, clock })
  respondRoutes(app, {
    ...admission,
    renderer: views.renderer,
    mediaOf,
    directory,
    isReleased,
    entrance,
    clock
  })
  return app
}
