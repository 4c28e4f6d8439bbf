import type { Language } from '#locales'
import type { AgeBand, Edition } from '#surveys'
import {
  cardsPage,
  declinedPage,
  easyPrivacyPage,
  landingPage,
  outsideAgePage,
  privacyPage,
  questionnairePage,
  thanksPage,
  type Entry,
  type Media,
  type Renderer
} from '#views'
import { factsOf } from '../consultations/facts.ts'
import { bandsOf, type OpenedConsultation } from '../consultations/find.ts'
import { stored } from '../database/stored.ts'
import { documentOf, type Document } from '../document.ts'
import type { MediaShelf } from '../media/shelf.ts'

/** The static pages of a consultation, each rendered and compressed when it is first asked for. */
export type Documents = {
  landing(consultation: OpenedConsultation, language: Language): Promise<Document>
  thanks: InEdition
  /** For whoever would rather not take part. */
  declined: InEdition
  /** What is kept and what is not, and who answers for it. */
  privacy: InEdition
  /** What to know first; for `under` and `over` a kind page. Undefined for a band that is not offered. */
  cards: ForBand
  questionnaire: ForBand
}
type InEdition = (consultation: OpenedConsultation, language: Language, edition: Edition) => Promise<Document>
type ForBand = (
  consultation: OpenedConsultation,
  language: Language,
  band: string
) => Promise<Document> | undefined

type Made = { readonly media: Media; readonly document: Promise<Document> }

export function documentsOf(renderer: Renderer, mediaOf: MediaShelf): Documents {
  const made = new WeakMap<OpenedConsultation, Map<string, Made>>()

  /** Made again once the consultation has changed, or what there is to listen to and to watch. */
  async function once(
    consultation: OpenedConsultation,
    language: Language,
    name: string,
    render: (media: Media) => string
  ): Promise<Document> {
    const media = await mediaOf(consultation.slug, language)
    const own = made.get(consultation) ?? new Map<string, Made>()
    made.set(consultation, own)
    const key = `${name} ${language}`
    const known = own.get(key)
    if (known?.media === media) return known.document
    const document = Promise.resolve().then(() => documentOf(render(media)))
    own.set(key, { media, document })
    document.catch(() => own.delete(key))
    return document
  }

  return {
    landing: (consultation, language) =>
      once(consultation, language, 'landing', media => {
        const { questionnaire } = consultation.version
        const bands = bandsOf(consultation)
        const entry = entryOf(consultation)
        const input = { language, consultation: factsOf(consultation), questionnaire, bands, entry, media }
        return renderer.render('respond/landing', landingPage(input))
      }),
    thanks: (consultation, language, edition) =>
      once(consultation, language, `thanks ${edition}`, media =>
        renderer.render(
          'respond/thanks',
          thanksPage({
            language,
            consultation: factsOf(consultation),
            edition,
            isLive: consultation.live,
            media,
            leadReads: leadReads(consultation)
          })
        )
      ),
    declined: (consultation, language, edition) =>
      once(consultation, language, `declined ${edition}`, () =>
        renderer.render('message', declinedPage(language, factsOf(consultation), edition))
      ),
    privacy: (consultation, language, edition) =>
      once(consultation, language, `privacy ${edition}`, () => {
        const { access, live, assurances } = consultation
        const of = { consultation: factsOf(consultation), access, live, assured: assurances }
        const { contact } = renderer.site
        return renderer.render(
          'article',
          edition === 'easy'
            ? easyPrivacyPage(language, contact, of)
            : privacyPage(language, stored(), contact, of)
        )
      }),
    cards: (consultation, language, name) => {
      if (name === 'under' || name === 'over')
        return once(consultation, language, name, () => outside(consultation, language, name))
      const band = offeredBand(consultation, name)
      if (band === undefined) return undefined
      return once(consultation, language, `cards ${band}`, media =>
        renderer.render('respond/cards', cardsPage(askedOf(consultation, language, band, media)))
      )
    },
    questionnaire: (consultation, language, name) => {
      const band = offeredBand(consultation, name)
      if (band === undefined) return undefined
      return once(consultation, language, `questions ${band}`, media =>
        renderer.render(
          'respond/questionnaire',
          questionnairePage(askedOf(consultation, language, band, media))
        )
      )
    }
  }

  function outside(consultation: OpenedConsultation, language: Language, side: 'under' | 'over'): string {
    const facts = factsOf(consultation)
    const page = outsideAgePage({ language, consultation: facts, side, bands: bandsOf(consultation) })
    return renderer.render('message', page)
  }
}

function offeredBand(consultation: OpenedConsultation, name: string): AgeBand | undefined {
  return bandsOf(consultation).find(offered => offered === name)
}

/** How somebody comes in; null where anyone may. */
function entryOf({ id, access, tokenKey }: OpenedConsultation): Entry | null {
  if (access === 'open') return null
  if (tokenKey === null) throw new RangeError(`a consultation by ${access} has no key`)
  return { access, consultationId: id, key: tokenKey.toString('hex') }
}

/** What the pages of a questionnaire are built from. */
export function askedOf(consultation: OpenedConsultation, language: Language, band: AgeBand, media: Media) {
  const { questionnaire, number } = consultation.version
  const facts = factsOf(consultation)
  return {
    language,
    consultation: facts,
    questionnaire,
    version: number,
    band,
    media,
    entry: entryOf(consultation),
    leadReads: leadReads(consultation)
  }
}

function leadReads({ assurances }: OpenedConsultation): boolean {
  return assurances?.safeguardingKey !== undefined
}
