import type { AnyRelease } from '#analytics'
import { languages, type Language } from '#locales'

/** The names of the files of a package that are one of a kind. */
export const fileNames = {
  release: 'release.json',
  sums: 'SHA256SUMS',
  dataPackage: 'datapackage.json',
  csvw: 'csv-metadata.json',
  ddi: 'questionnaire.ddi.xml',
  licence: 'LICENCE.txt',
  readme: 'README.md'
} as const

export const csvName = (language: Language) => `data.${language}.csv`

/** The language of a file of data by its name; undefined for any other file. */
export function csvLanguage(name: string): Language | undefined {
  return languages.find(language => csvName(language) === name)
}

/** The language of what is said once: English where the consultation has it, else its first. */
export function leadLanguage({ consultation }: AnyRelease): Language {
  const [first] = consultation.languages
  if (first === undefined) throw new RangeError('a consultation has a language')
  return consultation.languages.includes('en') ? 'en' : first
}
