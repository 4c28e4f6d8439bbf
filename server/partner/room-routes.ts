import type { FastifyInstance } from 'fastify'
import { statusAt } from '#surveys'
import { roomPage, type RoomNow } from '#views'
import type { OpenedConsultation } from '../consultations/find.ts'
import { sendDocument } from '../document.ts'
import { refused } from '../errors.ts'
import { hashOfLinkSecret } from '../link-secret.ts'
import { rememberedDocuments } from '../remembered-documents.ts'
import { findRoom } from '../rooms/room.ts'
import { getKeyFingerprint } from '../tokens/key-fingerprint.ts'
import { roomCode, roomWindowAt, roomWindowEnds } from '../tokens/room-code.ts'
import { secretIn } from './drawn-form.ts'
import { languageIn, type JourneyOptions, type Params } from './journey.ts'
import { titlesOf } from './titles.ts'

/** The screen of a room: whoever is there can read the code of this minute. */
export function roomRoutes(
  app: FastifyInstance,
  { db, renderer, directory, pepper, clock }: JourneyOptions
): void {
  const documents = rememberedDocuments()

  app.get<Params>('/:language/room', async (request, reply) => {
    const language = languageIn(request.params)
    const document = await documents(`room ${language}`, 'text/html; charset=utf-8', () =>
      renderer.render('partner/room', roomPage({ language }))
    )
    return sendDocument(request, reply, document, 'no-cache')
  })

  app.post<Params>('/:language/room/now', async (request, reply) => {
    languageIn(request.params)
    const screen = hashOfLinkSecret(secretIn(request.body))
    const room = screen && (await findRoom(db, screen))
    const consultation = room && (await directory(room.slug))
    if (room === undefined || consultation === undefined) throw refused.notFound()
    const shown: RoomNow = {
      slug: consultation.slug,
      titles: titlesOf(consultation),
      key: await getKeyFingerprint(db, consultation.id, 'room'),
      seatsLeft: room.seatsLeft,
      ...codeOf(consultation, clock())
    }
    return reply.code(200).header('cache-control', 'no-store').send(shown)
  })

  /** The code of now, and for how many milliseconds it stays; null while nobody may answer. */
  function codeOf(consultation: OpenedConsultation, now: Date): Pick<RoomNow, 'code' | 'stays'> {
    if (statusAt(consultation.schedule, now) !== 'open') return { code: null, stays: 0 }
    const window = roomWindowAt(now)
    return {
      code: roomCode(pepper, consultation.id, window),
      stays: roomWindowEnds(window).getTime() - now.getTime()
    }
  }
}
