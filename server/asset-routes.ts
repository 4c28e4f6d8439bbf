import type { FastifyInstance } from 'fastify'
import { sendDocument } from './document.ts'
import { refused } from './errors.ts'
import type { Views } from './views.ts'

/** Scripts under names that hold their hash, so that a browser keeps each for good. */
export function assetRoutes(
  app: FastifyInstance,
  { scripts, worker }: Pick<Views, 'scripts' | 'worker'>
): void {
  // At the root, so that it may help every page, and asked for again each time it starts.
  app.get('/worker.js', (request, reply) => sendDocument(request, reply, worker, 'no-cache'))

  app.get('/assets/:name', async (request, reply) => {
    const document = scripts.get(request.url)
    if (document === undefined) throw refused.notFound()
    return sendDocument(request, reply, document, 'public, max-age=31536000, immutable')
  })
}
