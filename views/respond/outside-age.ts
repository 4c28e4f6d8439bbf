import { formatNumber, translator, type Language } from '#locales'
import type { AgeBand } from '#surveys'
import { addresses } from '../addresses.ts'
import { frameOf } from '../frame.ts'
import type { MessagePage } from '../message/message.ts'
import { ageLimits } from './bands.ts'
import type { ConsultationFacts } from './consultation.ts'

/** A kind page for those who are younger or older than the consultation asks; nothing is stored. */
export function outsideAgePage(input: {
  readonly language: Language
  readonly consultation: ConsultationFacts
  readonly bands: readonly AgeBand[]
  readonly side: 'under' | 'over'
}): MessagePage {
  const { language, consultation, side } = input
  // Whoever is too young reads easy words.
  const edition = side === 'under' ? 'easy' : 'standard'
  const t = translator(language, edition)
  const limits = ageLimits(input.bands)
  if (limits === null) throw new RangeError('nobody is outside where no age is named')
  const age = formatNumber(side === 'under' ? limits.youngest : limits.oldest, language)
  const title = t(`chrome:message.${side}.title`)
  return {
    ...frameOf({
      language,
      edition,
      title,
      path: other => addresses.cards(other, consultation.slug, side),
      languages: consultation.languages,
      slug: consultation.slug,
      leave: true,
      script: 'leave',
      demonstration: consultation.demonstration
    }),
    heading: title,
    paragraphs: [t(`chrome:message.${side}.text`, { age }), t(`chrome:message.${side}.second`)],
    reference: null,
    links: [{ href: addresses.home(language), text: t('chrome:message.home') }]
  }
}
