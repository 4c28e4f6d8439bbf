import type { Language } from '#locales'

/** The paths that pages link to; the routes that answer them stand in `server/`. */
export const addresses = {
  home: (language: Language) => `/${language}`,
  help: (language: Language) => `/${language}/help`,
  privacy: (language: Language) => `/${language}/privacy`,
  accessibility: (language: Language) => `/${language}/accessibility`,
  landing: (language: Language, slug: string) => `/${language}/${slug}`,
  /** The questionnaire of an age band, or the kind page for those who are `under` or `over`. */
  questionnaire: (language: Language, slug: string, band: string) => `/${language}/${slug}/${band}`,
  thanks: (language: Language, slug: string) => `/${language}/${slug}/thanks`,
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
  dictionary: (slug: string, release: number) => `/results/${slug}/${release}/dictionary.json`
} as const
