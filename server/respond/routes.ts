import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Renderer } from '#views'
import { isLanguage, type Language } from '#locales'
import { statusAt } from '#surveys'
import { factsOf } from '../consultations/facts.ts'
import type { OpenedConsultation } from '../consultations/find.ts'
import type { Connections } from '../database/client.ts'
import { sendDocument } from '../document.ts'
import { refused } from '../errors.ts'
import type { MediaShelf } from '../media/shelf.ts'
import type { Directory } from '../consultations/directory.ts'
import type { Entrance } from '../tokens/entrance.ts'
import { documentsOf } from './documents.ts'
import { editionOf } from './edition.ts'
import { readForm, redeemingIn, resendIn, ticketIn } from './form.ts'
import { submit, thank } from './submit.ts'
import { admission } from '../waiting-room/admit.ts'
import { isKnownSending } from '../waiting-room/resends.ts'

type Params = { Params: { language: string; slug: string; band: string } }

/** Any proxy may keep a page for a minute; then it asks whether the consultation still stands as it was. */
const shared = 'public, max-age=60, must-revalidate'
/** A long questionnaire with long texts in a script of three bytes a character stays far below. */
const largestForm = 512 * 1024
const largestRedeeming = 4096

/** A young person answers: landing, questionnaire, sending, thanks. */
export function respondRoutes(
  app: FastifyInstance,
  {
    db,
    pool,
    renderer,
    mediaOf,
    directory,
    isReleased,
    entrance,
    clock
  }: Connections & {
    renderer: Renderer
    mediaOf: MediaShelf
    directory: Directory
    isReleased: (slug: string) => Promise<boolean>
    entrance: Entrance
    clock: () => Date
  }
): void {
  const documents = documentsOf(renderer, mediaOf)
  const admit = admission({ db, pool })

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
      throw refused.closed(factsOf(consultation), await isReleased(consultation.slug))
    }
    if (status === 'paused') throw refused.paused(factsOf(consultation))
    if (status !== 'open') throw refused.notOpenYet(factsOf(consultation))
    return [consultation, language]
  }

  async function isSent(consultation: OpenedConsultation, body: unknown): Promise<boolean> {
    const resend = resendIn(body)
    if (resend === undefined) return false
    const left = await entrance.look(consultation, ticketIn(body), resend)
    return left.ok && isKnownSending(db, resend, left.value)
  }

  app.get<Params>('/:language/:slug', async (request, reply) => {
    const document = await documents.landing(...(await findOpen(request)))
    return sendDocument(request, reply, document, shared)
  })

  for (const [edition, ending] of [
    ['standard', ''],
    ['easy', '/easy']
  ] as const) {
    app.get<Params>(`/:language/:slug/thanks${ending}`, async (request, reply) => {
      const document = await documents.thanks(...(await find(request)), edition)
      return sendDocument(request, reply, document, shared)
    })

    app.get<Params>(`/:language/:slug/privacy${ending}`, async (request, reply) => {
      const document = await documents.privacy(...(await find(request)), edition)
      return sendDocument(request, reply, document, shared)
    })

    app.get<Params>(`/:language/:slug/no-thanks${ending}`, async (request, reply) => {
      const document = await documents.declined(...(await find(request)), edition)
      return sendDocument(request, reply, document, shared)
    })
  }

  app.get<Params>('/:language/:slug/:band', async (request, reply) => {
    const document = documents.cards(...(await findOpen(request)), request.params.band)
    if (document === undefined) throw refused.notFound()
    return sendDocument(request, reply, await document, shared)
  })

  app.get<Params>('/:language/:slug/:band/questions', async (request, reply) => {
    const document = documents.questionnaire(...(await findOpen(request)), request.params.band)
    if (document === undefined) throw refused.notFound()
    return sendDocument(request, reply, await document, shared)
  })

  app.post<Params>('/:language/:slug', { bodyLimit: largestForm }, async (request, reply) => {
    const [consultation, language] = await find(request)
    // What was stored while it was open is thanked for whenever it is sent again.
    if (statusAt(consultation.schedule, clock()) !== 'open' && (await isSent(consultation, request.body)))
      return thank(reply, consultation, language, editionOf(request))
    await findOpen(request)
    const form = readForm(request.body, consultation)
    const media = await mediaOf(consultation.slug, language)
    return submit({ db, admit, renderer, entrance }, reply, {
      consultation,
      language,
      form,
      media,
      now: clock()
    })
  })

  // A script redeems a code before the first question: nothing of the answers is there yet, and nobody's name.
  app.post<Params>('/:language/:slug/redeem', { bodyLimit: largestRedeeming }, async (request, reply) => {
    const [consultation] = await findOpen(request)
    const { code, blinded } = redeemingIn(request.body)
    const redeemed = await entrance.redeem(consultation, code, blinded)
    reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store')
    if (redeemed.ok) return reply.send(redeemed.value.toString('hex'))
    const [problem] = redeemed.problems
    return reply.code(problem?.code === 'code.busy' ? 503 : 422).send(problem?.code)
  })
}
