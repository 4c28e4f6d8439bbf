import type { Language } from '#locales'

export const apiRoot = '/api/v1'

const consultation = (slug: string) => `${apiRoot}/consultations/${slug}`
const release = (slug: string, number: number) => `${consultation(slug)}/releases/${number}`

/** The paths of what the API holds. */
export const at = {
  description: `${apiRoot}/openapi.json`,
  consultations: `${apiRoot}/consultations`,
  consultation,
  questionnaire: (slug: string, language: Language) => `${consultation(slug)}/questionnaires/${language}`,
  releases: (slug: string) => `${consultation(slug)}/releases`,
  release,
  tables: (slug: string, number: number) => `${release(slug, number)}/tables`,
  table: (slug: string, number: number, question: string, by: readonly string[]) =>
    `${release(slug, number)}/tables/${question}${by.length === 0 ? '' : `?by=${by.join(',')}`}`
} as const
