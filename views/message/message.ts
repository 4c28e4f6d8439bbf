import { formatDate, isolated, translator, type Language, type Translate } from '#locales'
import { editionFor, type AgeBand, type Edition } from '#surveys'
import { addresses } from '../addresses.ts'
import { frameOf, type Frame } from '../frame.ts'
import type { ConsultationFacts } from '../respond/consultation.ts'

export type MessagePage = Frame & {
  readonly heading: string
  readonly paragraphs: readonly string[]
  /** By which our logs can be searched, where something broke on our side. */
  readonly reference: string | null
  readonly links: readonly MessageLink[]
}
export type MessageLink = { readonly href: string; readonly text: string }

/** What there is to say instead of the page that was asked for. */
export type Message =
  | { readonly kind: 'notFound' | 'tooLarge' | 'unreadable' | 'tooMany' | 'unavailable' | 'noFile' }
  | { readonly kind: 'failure'; readonly reference: string }
  | {
      readonly kind: 'notOpenYet' | 'paused' | 'destroyed'
      readonly consultation: ConsultationFacts
    }
  /** `isLive`: what is known while answers still come in has a page. */
  | { readonly kind: 'noResultsYet'; readonly consultation: ConsultationFacts; readonly isLive: boolean }
  | { readonly kind: 'closed'; readonly consultation: ConsultationFacts; readonly hasResults: boolean }
  | { readonly kind: 'newVersion'; readonly consultation: ConsultationFacts; readonly band: AgeBand }

/**
 * A page that says one thing: what is so, what that means for the reader, where to go.
 *
 * @param edition of whoever came here, where that is known
 */
export function messagePage(
  language: Language,
  message: Message,
  edition: Edition = message.kind === 'newVersion' ? editionFor(message.band) : 'standard'
): MessagePage {
  const t = translator(language, edition)
  const consultation = 'consultation' in message ? message.consultation : null
  const title = t(`chrome:message.${message.kind}.title`)
  return {
    ...frameOf({
      language,
      edition,
      title,
      path: pathOf(message),
      ...(consultation && !isOfResults(message) && { languages: consultation.languages }),
      ...(consultation?.languages.includes(language) === true && { slug: consultation.slug }),
      // Whoever answers may come to any of them.
      leave: true,
      script: 'leave',
      demonstration: consultation?.demonstration ?? false
    }),
    heading: title,
    paragraphs: [t(`chrome:message.${message.kind}.text`, paramsOf(message, language))],
    reference:
      message.kind === 'failure'
        ? t('chrome:message.failure.reference', { reference: isolated(message.reference) })
        : null,
    links: [
      ...linksOf(message, language, t),
      { href: addresses.home(language), text: t('chrome:message.home') }
    ]
  }
}

/** Results have their pages in all languages; what is asked, only in those of the consultation. */
function isOfResults({ kind }: Message): boolean {
  return kind === 'noResultsYet' || kind === 'destroyed'
}

function paramsOf(message: Message, language: Language): Record<string, string> {
  if (message.kind === 'notOpenYet')
    return { date: isolated(formatDate(message.consultation.opensOn, language)) }
  if (message.kind === 'closed')
    return { date: isolated(formatDate(message.consultation.closesOn, language)) }
  return {}
}

function linksOf(message: Message, language: Language, t: Translate): MessageLink[] {
  if (message.kind === 'closed' && message.hasResults) {
    return [
      {
        href: addresses.results(language, message.consultation.slug),
        text: t('chrome:message.closed.results')
      }
    ]
  }
  if (message.kind === 'noResultsYet' && message.isLive) {
    const { slug, languages } = message.consultation
    return languages.includes(language)
      ? [{ href: addresses.live(language, slug), text: t('live:allLive') }]
      : []
  }
  if (message.kind !== 'newVersion') return []
  return [
    {
      href: addresses.cards(language, message.consultation.slug, message.band),
      text: t('chrome:message.newVersion.again')
    }
  ]
}

function pathOf(message: Message): (language: Language) => string {
  switch (message.kind) {
    case 'notOpenYet':
    case 'paused':
    case 'closed':
    case 'newVersion':
      return language => addresses.landing(language, message.consultation.slug)
    case 'noResultsYet':
    case 'destroyed':
      return language => addresses.results(language, message.consultation.slug)
    default:
      return addresses.home
  }
}
