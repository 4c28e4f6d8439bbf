import type { FastifyInstance } from 'fastify'
import { addresses } from '#views'
import { rememberedDocuments } from '../remembered-documents.ts'
import { at } from './addresses.ts'
import { caching } from './caching.ts'
import { licence, limits } from './licence.ts'
import { operation } from './openapi.ts'
import { resource } from './resource.ts'
import type { Service } from './schemas/service.ts'
import { sendJson } from './send-json.ts'

/** Where a program begins, and the description of everything else. */
export function serviceRoutes(app: FastifyInstance): void {
  const documents = rememberedDocuments()

  resource(app, {
    url: '/',
    schema: operation({ id: 'getService', holds: 'Service', problems: [] }),
    answer: async (request, reply) =>
      sendJson(request, reply, documents, { key: 'service', make: service, cache: caching.description })
  })

  resource(app, {
    url: '/openapi.json',
    schema: operation({ id: 'getDescription', holds: 'Description', problems: [] }),
    answer: async (request, reply) =>
      sendJson(request, reply, documents, {
        key: 'description',
        make: () => app.swagger(),
        cache: caching.description
      })
  })
}

function service(): Service {
  return {
    name: 'Earshot',
    version: 'v1',
    licence,
    notes: limits,
    links: {
      consultations: at.consultations,
      description: at.description,
      documentation: addresses.api('en')
    }
  }
}
