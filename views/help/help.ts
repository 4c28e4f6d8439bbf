import { countryName, nameOrder, translator, type Language } from '#locales'
import { addresses } from '../addresses.ts'
import { frameOf, type Frame } from '../frame.ts'
import { noMedia, signView, type Media, type SignView } from '../media.ts'
import { passage, type Passage } from './passage.ts'

/** Help for everybody, wherever they are, and the way to the helplines of a country. */
export type HelpPage = Frame & {
  /** The page told in sign language. */
  readonly sign: SignView | null
  readonly urgent: readonly Passage[]
  /** Countries that have a helpline to show; null where none has. */
  readonly countries: readonly HelpCountry[] | null
  readonly more: readonly Passage[]
}
export type HelpCountry = { readonly href: string; readonly name: string }

/** @param countries ISO 3166-1 alpha-2 codes of those with a helpline that somebody has verified not long ago */
export function helpPage(
  language: Language,
  { countries = [], media = noMedia }: { readonly countries?: readonly string[]; readonly media?: Media } = {}
): HelpPage {
  const t = translator(language)
  const leave = { leave: t('chrome:leave') }
  return {
    // Whoever answers comes here in the middle of the questions: the way out stays where it was.
    ...frameOf({
      language,
      title: t('help:title'),
      path: addresses.help,
      leave: true,
      script: 'leave',
      style: 'help'
    }),
    sign: signView(media, 'help', language),
    urgent: [danger(language), talk(language)],
    countries: countries.length === 0 ? null : linksTo(countries, language),
    more: [
      passage(t('help:onlineTitle'), t('help:online1'), t('help:online2'), t('help:online3')),
      limits(language),
      passage(
        t('help:tracesTitle'),
        t('help:traces1', leave),
        t('help:traces2'),
        t('help:traces3'),
        t('help:traces4')
      )
    ]
  }
}

/** By their names as readers of the language sort them. */
function linksTo(countries: readonly string[], language: Language): HelpCountry[] {
  const inOrder = nameOrder(language)
  return countries
    .map(code => ({ href: addresses.helpIn(language, code), name: countryName(code, language) }))
    .toSorted((one, other) => inOrder(one.name, other.name))
}

export function danger(language: Language): Passage {
  const t = translator(language)
  return passage(t('help:dangerTitle'), t('help:danger'))
}

/** A trusted adult, and the number that many countries share: good everywhere, whatever anybody has verified. */
export function talk(language: Language): Passage {
  const t = translator(language)
  return passage(t('help:talkTitle'), t('help:talk1'), t('help:talk2'))
}

export function limits(language: Language): Passage {
  const t = translator(language)
  return passage(t('help:limitsTitle'), t('help:limits'))
}
