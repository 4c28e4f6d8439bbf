import type { FastifyInstance, FastifyRequest } from 'fastify'
import { outsideAgePage, type Renderer } from '#views'
import { isLanguage, type Language } from '#locales'
import { bandsOffered, statusAt } from '#surveys'
import { factsOf } from '../consultations/facts.ts'
import type { OpenedConsultation } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import { sendDocument } from '../document.ts'
import { refused } from '../errors.ts'
import { hasRelease } from '../releases/store.ts'
import type { Directory } from '../consultations/directory.ts'
import { documentsOf } from './documents.ts'
import { readForm } from './form.ts'
import { submit } from './submit.ts'

type Params = { Params: { language: string; slug: string; band: string } }

/** Any proxy may keep a page for a minute; then it asks whether the consultation still stands as it was. */
const shared = 'public, max-age=60, must-revalidate'
/** A long questionnaire with long texts in a script of three bytes a character stays far below. */
const largestForm = 512 * 1024

/** A young person answers: landing, questionnaire, sending, thanks. */
export function respondRoutes(
  app: FastifyInstance,
  { db, renderer, directory, clock }: { db: Db; renderer: Renderer; directory: Directory; clock: () => Date }
): void {
  const documents = documentsOf(renderer)

  async function find(request: FastifyRequest<Params>): Promise<[OpenedConsultation, Language]> {
    const { language, slug } = request.params
    const consultation = isLanguage(language) ? await directory(slug) : undefined
    if (consultation === undefined || !isLanguage(language) || !consultation.languages.includes(language)) {
      throw refused.notFound()
    }
    return [consultation, language]
  }

  async function findOpen(request: FastifyRequest<Params>): Promise<[OpenedConsultation, Language]> {
    const [consultation, language] = await find(request)
    const status = statusAt(consultation.schedule, clock())
    if (status === 'closed') {
      throw refused.closed(factsOf(consultation), await hasRelease(db, consultation.slug))
    }
    if (status !== 'open') throw refused.notOpenYet(factsOf(consultation))
    return [consultation, language]
  }

  app.get<Params>('/:language/:slug', async (request, reply) => {
    const document = await documents.landing(...(await findOpen(request)))
    return sendDocument(request, reply, document, shared)
  })

  app.get<Params>('/:language/:slug/thanks', async (request, reply) => {
    const document = await documents.thanks(...(await find(request)))
    return sendDocument(request, reply, document, shared)
  })

  app.get<Params>('/:language/:slug/:band', async (request, reply) => {
    const [consultation, language] = await findOpen(request)
    const { band } = request.params
    if (band === 'under' || band === 'over') {
      const bands = bandsOffered(consultation.version.questionnaire)
      const page = outsideAgePage({ language, consultation: factsOf(consultation), side: band, bands })
      return reply
        .header('cache-control', shared)
        .type('text/html; charset=utf-8')
        .send(renderer.render('message', page))
    }
    const document = documents.questionnaire(consultation, language, band)
    if (document === undefined) throw refused.notFound()
    return sendDocument(request, reply, await document, shared)
  })

  app.post<Params>('/:language/:slug', { bodyLimit: largestForm }, async (request, reply) => {
    const [consultation, language] = await findOpen(request)
    const form = readForm(request.body, consultation.version.questionnaire)
    return submit(db, renderer, reply, { consultation, language, form, now: clock() })
  })
}
