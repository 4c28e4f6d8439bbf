import type { FastifyInstance } from 'fastify'
import { isLive, liveRuleOf } from '#analytics'
import { isLanguage, type Language } from '#locales'
import { statusAt } from '#surveys'
import { addresses, boardPage, type BoardInput, type Renderer } from '#views'
import type { Directory } from '../consultations/directory.ts'
import { factsOf } from '../consultations/facts.ts'
import type { OpenedConsultation } from '../consultations/find.ts'
import { sendDocument } from '../document.ts'
import { refused } from '../errors.ts'
import { inTurn } from '../in-turn.ts'
import { preferredLanguage } from '../preferred-language.ts'
import type { AnyReleaseReader } from '../releases/store.ts'
import { rememberedDocuments } from '../remembered-documents.ts'

type Params = { Params: { language: string; slug: string } }

/** Asked for again each time, and answered with "not modified" as long as there is no new release. */
const untilTheNext = 'public, no-cache'

/** The board of a meeting room, and the same on phones: made from the latest live release alone. */
export function boardRoutes(
  app: FastifyInstance,
  {
    directory,
    findAny,
    renderer,
    clock
  }: { directory: Directory; findAny: AnyReleaseReader; renderer: Renderer; clock: () => Date }
): void {
  const documents = rememberedDocuments({ begun: inTurn() })

  app.get<{ Params: { slug: string } }>('/live/:slug', async (request, reply) => {
    const { slug, languages } = await findLive(request.params.slug)
    const language = preferredLanguage(request.headers['accept-language'], languages)
    return reply
      .header('vary', 'accept-language')
      .header('cache-control', untilTheNext)
      .redirect(addresses.live(language, slug), 302)
  })

  app.get<Params>('/:language/live/:slug', async (request, reply) => {
    const { language, slug } = request.params
    const consultation = await findLive(slug)
    if (!isLanguage(language) || !consultation.languages.includes(language)) throw refused.notFound()
    const [input, hash] = await shownOf(consultation, language)
    const key = [slug, language, input.status, input.consultation.closesOn, hash].join(' ')
    const document = await documents(key, 'text/html; charset=utf-8', () =>
      renderer.render('live/board', boardPage(input))
    )
    return sendDocument(request, reply, document, untilTheNext)
  })

  /** @throws Refused where there is no such consultation, or it has no live results */
  async function findLive(slug: string): Promise<OpenedConsultation> {
    const consultation = await directory(slug)
    if (consultation === undefined || !consultation.live) throw refused.notFound()
    if (consultation.emptied === 'destroyed') throw refused.destroyed(factsOf(consultation))
    return consultation
  }

  /** What the page is made from, and the hash of the release in it. */
  async function shownOf(
    consultation: OpenedConsultation,
    language: Language
  ): Promise<readonly [BoardInput, string]> {
    const status = statusAt(consultation.schedule, clock())
    if (status === 'draft') throw refused.notFound()
    const latest = await findAny(consultation.slug)
    const release = latest?.release
    const { version, access } = consultation
    const input: BoardInput = {
      language,
      consultation: factsOf(consultation),
      questionnaire: version.questionnaire,
      status,
      access,
      rule: liveRuleOf(access),
      release: release !== undefined && isLive(release) ? release : null,
      isFinal: release !== undefined && !isLive(release)
    }
    return [input, latest?.hash ?? '']
  }
}
