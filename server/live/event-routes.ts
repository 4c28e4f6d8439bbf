import type { FastifyInstance } from 'fastify'
import type { Directory } from '../consultations/directory.ts'
import type { Db } from '../database/client.ts'
import { askedTogether } from '../asked-together.ts'
import { refused } from '../errors.ts'
import { forLog } from '../for-log.ts'
import { streams } from './event-stream.ts'
import { listening } from './listeners.ts'
import { newestOfAll, type Newest } from './newest.ts'

type Params = { Params: { slug: string } }

/** Listeners of one process: a limit for all together, since addresses are looked at by nobody. */
const mostListeners = 5000

/**
 * Who shows live results hears of the next one: from a stream of events, or by asking. Either tells the number and the hash
 * of the newest release and nothing else, so between two releases not a byte changes.
 */
export function eventRoutes(
  app: FastifyInstance,
  { db, directory, most = mostListeners }: { db: Db; directory: Directory; most?: number }
): void {
  const together = askedTogether<ReadonlyMap<string, Newest>>()
  const newest = () => together('', () => newestOfAll(db))
  const listeners = listening(newest, error => {
    app.log.warn({ error: forLog(error) }, 'the newest releases cannot be read')
  })
  const open = streams()
  app.addHook('preClose', async () => {
    listeners.stop()
    open.endAll()
  })

  app.get<Params>('/live/:slug/state.json', async (request, reply) => {
    const slug = await liveSlug(request.params.slug)
    const found = (await newest()).get(slug)
    const etag = `"${found?.hash ?? 'none'}"`
    void reply.header('etag', etag).header('cache-control', 'public, max-age=2')
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    return reply.code(200).send({ number: found?.number ?? null, hash: found?.hash ?? null })
  })

  app.get<Params>('/live/:slug/events', { exposeHeadRoute: false }, async (request, reply) => {
    const slug = await liveSlug(request.params.slug)
    if (listeners.count() >= most) return reply.code(503).header('retry-after', '30').send('')
    const has = Number(request.headers['last-event-id'] ?? 0)
    const stream = open.begin(reply)
    const leave = listeners.add(slug, ({ number, hash }) => {
      // Who was away for a while need not hear again what was heard before.
      if (number !== has) stream.send(number, 'release', { number, hash })
    })
    stream.ended(leave)
    return reply
  })

  /** @throws Refused where there is no such consultation, or it has no live results */
  async function liveSlug(slug: string): Promise<string> {
    const consultation = await directory(slug)
    if (consultation?.live !== true) throw refused.notFound()
    return consultation.slug
  }
}
