import { formatDate, isolated, translator, type Language } from '#locales'
import type { Edition } from '#surveys'
import { addresses } from '../addresses.ts'
import { frameOf, type Frame } from '../frame.ts'
import { noMedia, signView, type Media, type SignView } from '../media.ts'
import { meetingLine, type ConsultationFacts } from './consultation.ts'

export type ThanksPage = Frame & {
  readonly next: readonly string[]
  readonly results: string
  /** What is known while answers still come in; null where nothing is shown before the end. */
  readonly live: string | null
  readonly sign: SignView | null
}

/** Sent: what happens next, where the results will be, help. No reference number, since nothing leads back. */
export function thanksPage(input: {
  readonly language: Language
  readonly consultation: ConsultationFacts
  readonly edition?: Edition
  /** Whether it has live results. */
  readonly isLive?: boolean
  readonly media?: Media
  /** Whether a safeguarding lead reads texts that hold signs of harm before the close. */
  readonly leadReads?: boolean
}): ThanksPage {
  const {
    language,
    consultation,
    edition = 'standard',
    isLive = false,
    media = noMedia,
    leadReads = false
  } = input
  const t = translator(language, edition)
  const meeting = meetingLine(consultation, language)
  return {
    ...frameOf({
      language,
      edition,
      title: t('respond:thanks.title'),
      path: other => addresses.thanks(other, consultation.slug, edition),
      languages: consultation.languages,
      slug: consultation.slug,
      leave: true,
      script: 'leave',
      demonstration: consultation.demonstration
    }),
    next: [
      t(isLive ? 'respond:thanks.next1Live' : 'respond:thanks.next1', {
        date: isolated(formatDate(consultation.closesOn, language))
      }),
      ...(leadReads ? [t('ownWords:leadReads')] : []),
      t('respond:thanks.next2'),
      ...(meeting === null ? [] : [t('respond:thanks.next3', { meeting: isolated(meeting) })])
    ],
    results: addresses.results(language, consultation.slug),
    live: isLive ? addresses.live(language, consultation.slug) : null,
    sign: signView(media, 'thanks', language)
  }
}
