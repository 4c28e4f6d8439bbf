import { countryName, isolated, translator, type Language } from '#locales'
import { addresses } from '../addresses.ts'
import { frameOf, type Frame } from '../frame.ts'
import { danger, limits, talk } from './help.ts'
import { lineOf, linesInOrder, type HelplineFacts, type HelplineModel } from './line.ts'
import type { Passage } from './passage.ts'

/** The helplines of one country; or, where it has none to show, what is good everywhere. */
export type CountryHelpPage = Frame & {
  readonly heading: string
  readonly lead: string
  readonly danger: Passage
  readonly lines: readonly HelplineModel[]
  readonly more: readonly Passage[]
  /** All other help. */
  readonly help: string
}

/** @param input.country ISO 3166-1 alpha-2; null for one that nobody knows, which may say anything */
export function countryHelpPage(input: {
  readonly language: Language
  readonly country: string | null
  /** Those that somebody has verified not long ago, and no others. */
  readonly helplines: readonly HelplineFacts[]
}): CountryHelpPage {
  const { language, country, helplines } = input
  const t = translator(language)
  const hasLines = country !== null && helplines.length > 0
  const heading = hasLines
    ? t('help:country.title', { country: isolated(countryName(country, language)) })
    : t('help:country.noneTitle')
  return {
    ...frameOf({
      language,
      title: heading,
      path: other => (country === null ? addresses.help(other) : addresses.helpIn(other, country)),
      leave: true,
      script: 'leave',
      style: 'help'
    }),
    heading,
    lead: hasLines ? t('help:country.lead') : t('help:country.noneLead'),
    danger: danger(language),
    lines: linesInOrder(helplines, language).map(helpline => lineOf(helpline, language)),
    more: hasLines ? [limits(language)] : [talk(language), limits(language)],
    help: addresses.help(language)
  }
}
