import type { Translate } from '#locales'
import type { ConsultationFacts } from '../respond/consultation.ts'
import { prose, type ArticleFact, type ArticleSection } from './article.ts'
import { contactLink } from './contact.ts'

/** Who answers for a consultation, and on what ground, as it was written down before it opened. */
export type Assured = {
  readonly controller: string
  /** An e-mail address or a web address. */
  readonly contact: string
  readonly lawfulBasis: string
  readonly assessment: string
  readonly ethics: string
  readonly safeguardingLead: string
  readonly safeguardingProcedure: string
  /** Where there is one, texts that hold signs of harm are sealed to it for the lead. */
  readonly safeguardingKey?: string
}

/** The consultation whose page about privacy is wanted. */
export type PrivacyOf = {
  readonly consultation: ConsultationFacts
  readonly access: 'open' | 'cards' | 'room'
  /** Whether it has live results. */
  readonly live?: boolean
  /** Null for a demonstration. */
  readonly assured: Assured | null
}

/** Who answers for it; of a demonstration, that nobody has to. @param shown what the edition shows, in this order */
export function answeringSection(
  { consultation, assured }: PrivacyOf,
  t: Translate,
  words: 'privacy' | 'easyPrivacy',
  shown: readonly Exclude<keyof Assured, 'safeguardingKey'>[]
): ArticleSection[] {
  const title = t(`trust:${words}.answersTitle`)
  if (consultation.demonstration) return [prose(title, [t(`trust:${words}.answersDemonstration`)])]
  if (assured === null) return []
  const facts = shown.map(key => factOf(key, assured[key], t(`trust:${words}.assured.${key}`)))
  return [prose(title, words === 'privacy' ? [t('trust:privacy.answersLead')] : [], { facts })]
}

function factOf(key: keyof Assured, text: string, label: string): ArticleFact {
  const isAddress = key === 'contact' || /^https?:\/\/\S+$/.test(text)
  return { label, text, href: isAddress ? contactLink(text).href : null }
}
