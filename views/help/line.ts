import {
  formatDate,
  formatList,
  isolated,
  languageName,
  nameOrder,
  translator,
  type Language
} from '#locales'

/** A helpline that somebody has verified. */
export type HelplineFacts = {
  readonly name: string
  readonly number: string | null
  readonly website: string | null
  /** In the words of the line; `always` is day and night. */
  readonly hours: string
  /** BCP 47 tags. */
  readonly languages: readonly string[]
  readonly cost: 'free' | 'charged' | 'unknown'
  readonly source: string
  readonly verifiedOn: string
}

/** A helpline as it stands on the page. */
export type HelplineModel = {
  readonly name: string
  readonly number: HelplineLink | null
  readonly website: HelplineLink | null
  /** Null where it is open day and night. */
  readonly hours: string | null
  readonly languages: string
  readonly cost: string
  readonly checked: string
}
export type HelplineLink = { readonly href: string; readonly text: string }

export function lineOf(helpline: HelplineFacts, language: Language): HelplineModel {
  const { name, number, website, hours, languages, cost, source, verifiedOn } = helpline
  const t = translator(language)
  return {
    name,
    number: number === null ? null : { href: `tel:${dialled(number)}`, text: inOnePiece(number) },
    website: website === null ? null : { href: website, text: bare(website) },
    hours: hours === 'always' ? null : hours,
    languages: formatList(
      languages.map(tag => languageName(tag, language)),
      language
    ),
    cost: t(costTexts[cost]),
    checked: t('help:line.checked', {
      date: isolated(formatDate(verifiedOn, language)),
      source: isolated(source)
    })
  }
}

const costTexts = {
  free: 'help:line.free',
  charged: 'help:line.charged',
  unknown: 'help:line.unknownCost'
} as const

/** Those that speak the language of the page first, then by name. */
export function linesInOrder(helplines: readonly HelplineFacts[], language: Language): HelplineFacts[] {
  const byName = nameOrder(language)
  const rank = ({ languages }: HelplineFacts) => (languages.some(tag => isSpoken(tag, language)) ? 0 : 1)
  return helplines.toSorted((one, other) => rank(one) - rank(other) || byName(one.name, other.name))
}

function isSpoken(tag: string, language: Language): boolean {
  return tag.toLowerCase().split('-')[0] === language
}

/** What a telephone takes: digits with a plus or a star before them. "(0)" is for callers inside the country only. */
function dialled(number: string): string {
  const whole = number.startsWith('+') ? number.replace('(0)', '') : number
  return whole.replace(/[^\d+*]/g, '')
}

/** A number that is not broken at the end of a line. */
function inOnePiece(number: string): string {
  return number.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011')
}

/** An address as people write it. */
function bare(website: string): string {
  return website.replace(/^https:\/\//, '').replace(/\/$/, '')
}
