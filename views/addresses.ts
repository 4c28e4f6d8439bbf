import type { Language } from '#locales'
import type { Edition } from '#surveys'

/** The paths that pages link to; the routes that answer them stand in `server/`. */
export const addresses = {
  home: (language: Language) => `/${language}`,
  /** Where leaving leads without a script: everything this site kept is cleared there. */
  leave: (language: Language) => `/${language}/leave`,
  help: (language: Language) => `/${language}/help`,
  /** @param country ISO 3166-1 alpha-2 */
  helpIn: (language: Language, country: string) => `/${language}/help/${country}`,
  /** How answers are used, and who asks. */
  about: (language: Language) => `/${language}/about`,
  privacy: (language: Language) => `/${language}/privacy`,
  easyPrivacy: (language: Language) => `/${language}/privacy/easy`,
  /** What holds for one consultation: who answers for it stands there as well. */
  privacyOf: (language: Language, slug: string, edition: Edition = 'standard') =>
    `/${language}/${slug}/privacy${ending(edition)}`,
  /** The keys that sign for cards and rooms. */
  keys: (language: Language) => `/${language}/privacy/keys`,
  accessibility: (language: Language) => `/${language}/accessibility`,
  /** How programs read results. */
  api: (language: Language) => `/${language}/api`,
  /** The phrases by which a browser looks at own words. */
  wordList: (language: Language) => `/assets/own-words/${language}.json`,
  /** Where a partner draws and prints cards; the secret of the link stands in its fragment. */
  partner: (language: Language) => `/${language}/partner`,
  /** What a partner's link leads to: its consultation. */
  batch: (language: Language) => `/${language}/partner/batch`,
  /** Where a partner's browser sends what it made of the codes it drew. */
  drawn: (language: Language) => `/${language}/partner/cards`,
  /** The screen of a room; the secret of the link stands in its fragment. */
  room: (language: Language) => `/${language}/room`,
  /** What that screen shows at the moment. */
  roomNow: (language: Language) => `/${language}/room/now`,
  landing: (language: Language, slug: string) => `/${language}/${slug}`,
  /** Where a script has a code redeemed. */
  redeem: (language: Language, slug: string) => `/${language}/${slug}/redeem`,
  /** What to know before one answers, for an age band; or the kind page for those who are `under` or `over`. */
  cards: (language: Language, slug: string, band: string) => `/${language}/${slug}/${band}`,
  questionnaire: (language: Language, slug: string, band: string) => `/${language}/${slug}/${band}/questions`,
  /** For whoever would rather not take part. */
  declined: (language: Language, slug: string, edition: Edition = 'standard') =>
    `/${language}/${slug}/no-thanks${ending(edition)}`,
  thanks: (language: Language, slug: string, edition: Edition = 'standard') =>
    `/${language}/${slug}/thanks${ending(edition)}`,
  /** The board of a meeting room, and the same on phones: what is known while answers still come in. */
  live: (language: Language, slug: string) => `/${language}/live/${slug}`,
  /** Where a page hears of a new release. */
  liveEvents: (slug: string) => `/live/${slug}/events`,
  results: (language: Language, slug: string) => `/${language}/results/${slug}`,
  release: (language: Language, slug: string, release: number) => `/${language}/results/${slug}/${release}`,
  data: (language: Language, slug: string, release: number) =>
    `/${language}/results/${slug}/${release}/data.csv`,
  /** The chart of one question as a picture. */
  picture: (language: Language, slug: string, release: number, question: string) =>
    `/${language}/results/${slug}/${release}/figures/${question}.png`,
  report: (language: Language, slug: string, release: number) =>
    `/${language}/results/${slug}/${release}/report`,
  word: (language: Language, slug: string, release: number) =>
    `/${language}/results/${slug}/${release}/report.docx`,
  /** The waves of a series beside each other. @param name of the series */
  series: (language: Language, name: string) => `/${language}/series/${name}`,
  seriesData: (language: Language, name: string) => `/${language}/series/${name}/data.csv`,
  /** The countries of a release beside each other. */
  countries: (language: Language, slug: string, release: number) =>
    `/${language}/results/${slug}/${release}/countries`,
  /** A recording or a video. @param where slug, or the folder of the site, and language */
  media: (where: string, name: string) => `/media/${where}/${name}`,
  /** All that a release gives, in one file. */
  package: (slug: string, release: number) => `/results/${slug}/${release}/package.zip`,
  /** Its questionnaire for archives. */
  ddi: (slug: string, release: number) => `/results/${slug}/${release}/questionnaire.ddi.xml`,
  codebook: (language: Language, slug: string, release: number) =>
    `/${language}/results/${slug}/${release}/codebook.md`,
  dictionary: (slug: string, release: number) => `/results/${slug}/${release}/dictionary.json`
} as const

function ending(edition: Edition): string {
  return edition === 'easy' ? '/easy' : ''
}
