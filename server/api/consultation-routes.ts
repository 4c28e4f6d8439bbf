import type { FastifyInstance } from 'fastify'
import { isLanguage } from '#locales'
import { askedTogether } from '../asked-together.ts'
import { isOpened, listConsultations } from '../consultations/find.ts'
import { rememberedDocuments } from '../remembered-documents.ts'
import { at } from './addresses.ts'
import { caching } from './caching.ts'
import { operation } from './openapi.ts'
import { pageOf, type Part } from './page-of.ts'
import { parameters, queries } from './parameters.ts'
import { ApiProblem } from './problem.ts'
import { questionnaireDocument } from './questionnaire-document.ts'
import { resource } from './resource.ts'
import type { Api } from './routes.ts'
import type { Consultation } from './schemas/consultations.ts'
import { sendFresh, sendJson } from './send-json.ts'
import { findDocument, getShown } from './shown.ts'

/** What is asked, by whom and until when. */
export function consultationRoutes(app: FastifyInstance, api: Api): void {
  const documents = rememberedDocuments()
  const together = askedTogether<readonly Consultation[]>()

  resource<{ Querystring: Part }>(app, {
    url: '/consultations',
    schema: operation({
      id: 'listConsultations',
      query: { limit: queries.limit, offset: queries.offset },
      holds: 'ConsultationList',
      problems: ['invalid-parameter', 'too-many-requests']
    }),
    answer: async (request, reply) => {
      const all = await together('all', () => listShown(api))
      const page = pageOf(reply, at.consultations, all, request.query)
      return sendFresh(request, reply, documents, page, caching.untilTheNext)
    }
  })

  resource<{ Params: { slug: string } }>(app, {
    url: '/consultations/:slug',
    schema: operation({
      id: 'getConsultation',
      params: { slug: parameters.slug },
      holds: 'Consultation',
      problems: ['invalid-parameter', 'not-open-yet', 'not-found', 'too-many-requests']
    }),
    answer: async (request, reply) => {
      const found = await findDocument(api, await getShown(api, request.params.slug))
      if (found === undefined) throw new ApiProblem('not-open-yet')
      return sendFresh(request, reply, documents, found, caching.untilTheNext)
    }
  })

  resource<{ Params: { slug: string; language: string } }>(app, {
    url: '/consultations/:slug/questionnaires/:language',
    schema: operation({
      id: 'getQuestionnaire',
      params: { slug: parameters.slug, language: parameters.language },
      holds: 'Questionnaire',
      problems: ['invalid-parameter', 'not-open-yet', 'not-found', 'too-many-requests']
    }),
    answer: async (request, reply) => {
      const { slug, language } = request.params
      const consultation = await getShown(api, slug)
      if (!isLanguage(language) || !consultation.languages.includes(language))
        throw new ApiProblem('not-found')
      return sendJson(request, reply, documents, {
        key: `questionnaire ${slug} ${consultation.version.hash} ${language}`,
        make: () => questionnaireDocument(consultation, language),
        cache: caching.untilTheNext
      })
    }
  })
}

/** Every consultation that has begun. */
export async function listShown(api: Api): Promise<readonly Consultation[]> {
  const opened = (await listConsultations(api.db)).filter(isOpened)
  const found = await Promise.all(opened.map(consultation => findDocument(api, consultation)))
  return found.filter(document => document !== undefined)
}
