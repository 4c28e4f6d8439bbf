import type { FastifyInstance } from 'fastify'
import { sendDocument, type Document } from './document.ts'
import { refused } from './errors.ts'

/** Scripts under names that hold their hash, so that a browser keeps each for good. */
export function assetRoutes(app: FastifyInstance, scripts: ReadonlyMap<string, Document>): void {
  app.get('/assets/:name', async (request, reply) => {
    const document = scripts.get(request.url)
    if (document === undefined) throw refused.notFound()
    return sendDocument(request, reply, document, 'public, max-age=31536000, immutable')
  })
}
