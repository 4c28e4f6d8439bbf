import { translator, type Language } from '#locales'
import type { Edition } from '#surveys'
import { addresses } from '../addresses.ts'
import { frameOf } from '../frame.ts'
import type { MessagePage } from '../message/message.ts'
import type { ConsultationFacts } from './consultation.ts'

/** A kind page for whoever would rather not take part: nothing is stored, and the way back is open. */
export function declinedPage(
  language: Language,
  consultation: ConsultationFacts,
  edition: Edition = 'standard'
): MessagePage {
  const t = translator(language, edition)
  const { slug, languages, demonstration } = consultation
  const title = t('chrome:message.declined.title')
  return {
    ...frameOf({
      language,
      edition,
      title,
      path: other => addresses.declined(other, slug, edition),
      languages,
      slug,
      leave: true,
      script: 'leave',
      demonstration
    }),
    heading: title,
    paragraphs: [t('chrome:message.declined.text')],
    reference: null,
    links: [
      { href: addresses.landing(language, slug), text: t('chrome:message.declined.again') },
      { href: addresses.home(language), text: t('chrome:message.home') }
    ]
  }
}
