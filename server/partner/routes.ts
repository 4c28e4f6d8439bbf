import type { FastifyInstance, FastifyRequest } from 'fastify'
import { dateAt, statusAt } from '#surveys'
import { partnerPage, type InvitedTo } from '#views'
import { findInvited, type Batch } from '../cards/batches.ts'
import { takeIn } from '../cards/take-in.ts'
import { factsOf } from '../consultations/facts.ts'
import type { OpenedConsultation } from '../consultations/find.ts'
import { sendDocument } from '../document.ts'
import { refused } from '../errors.ts'
import { hashOfLinkSecret } from '../link-secret.ts'
import { hasRelease } from '../releases/store.ts'
import { rememberedDocuments } from '../remembered-documents.ts'
import { getKeyFingerprint } from '../tokens/key-fingerprint.ts'
import { readDrawn, secretIn } from './drawn-form.ts'
import { languageIn, type JourneyOptions, type Params } from './journey.ts'
import { titlesOf } from './titles.ts'

type Invited = {
  readonly batch: Batch
  readonly consultation: OpenedConsultation
  readonly invitation: Buffer
}

/** The hashes of as many cards as a batch may have, and what stands around them. */
const largestDrawn = 256 * 1024

/** A partner draws and prints cards. The codes are made in the browser: what comes here says nothing of them. */
export function partnerRoutes(
  app: FastifyInstance,
  { db, renderer, directory, pepper, clock }: JourneyOptions
): void {
  const documents = rememberedDocuments()

  app.get<Params>('/:language/partner', async (request, reply) => {
    const language = languageIn(request.params)
    const document = await documents(`partner ${language}`, 'text/html; charset=utf-8', () =>
      renderer.render('partner/cards', partnerPage({ language }))
    )
    return sendDocument(request, reply, document, 'no-cache')
  })

  app.post<Params>('/:language/partner/batch', async (request, reply) => {
    const { batch, consultation } = await findOpenFor(request)
    const invitedTo: InvitedTo = {
      consultation: consultation.id,
      slug: consultation.slug,
      titles: titlesOf(consultation),
      size: batch.size,
      key: await getKeyFingerprint(db, consultation.id, 'cards'),
      drawn: batch.attestedOn !== null
    }
    return reply.code(200).header('cache-control', 'no-store').send(invitedTo)
  })

  app.post<Params>('/:language/partner/cards', { bodyLimit: largestDrawn }, async (request, reply) => {
    const { consultation, invitation } = await findOpenFor(request)
    const now = clock()
    const today = dateAt(now, consultation.timeZone)
    const became = await takeIn(db, pepper, { ...readDrawn(request.body), invitation, today, now })
    if (became === 'unknown') throw refused.notFound()
    if (became === 'wrong') throw refused.unreadable('not the cards of this batch')
    return reply
      .code(became === 'drawn' ? 409 : 200)
      .header('cache-control', 'no-store')
      .send({})
  })

  /** @throws Refused where the link leads nowhere, or to a consultation that is over */
  async function findOpenFor(request: FastifyRequest<Params>): Promise<Invited> {
    languageIn(request.params)
    const invitation = hashOfLinkSecret(secretIn(request.body))
    const invited = invitation && (await findInvited(db, invitation))
    const consultation = invited && (await directory(invited.slug))
    if (invitation === undefined || invited === undefined || consultation === undefined)
      throw refused.notFound()
    if (statusAt(consultation.schedule, clock()) === 'closed')
      throw refused.closed(factsOf(consultation), await hasRelease(db, consultation.slug))
    return { batch: invited.batch, consultation, invitation }
  }
}
