import { canonicalRelease, type Release } from '#analytics'
import { languages, type Language } from '#locales'
import { csvOf } from '../reports/csv.ts'
import { sha256 } from '../sha256.ts'
import { codebookText } from './codebook.ts'
import { csvwOf } from './csvw.ts'
import { dataPackageOf } from './data-package.ts'
import { ddiFor } from './ddi.ts'
import { licenceText } from './licence.ts'
import { methodNote, sourceOf } from './method-note.ts'
import { readmeOf } from './readme.ts'

/** The names of the files that are one of a kind. */
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

/**
 * The files of a package by their names, in the order in which they stand in it. The same release gives the same files:
 * nothing is in them that is not in the release.
 */
export function packageFiles(release: Release): ReadonlyMap<string, string> {
  const { languages: own } = release.consultation
  const body = canonicalRelease(release)
  const hash = sha256(body)
  const texts = new Map<string, string>([
    [fileNames.release, body],
    ...own.map((language): [string, string] => [csvName(language), csvOf(release, language, { bom: true })]),
    ...own.map((language): [string, string] => [`codebook.${language}.md`, codebookText(release, language)]),
    ...own.map((language): [string, string] => [
      `method.${language}.md`,
      methodNote(release, hash, language)
    ]),
    [fileNames.csvw, json(csvwOf(release))],
    [fileNames.ddi, ddiFor(release, hash)],
    [fileNames.licence, licenceText(sourceOf(release, hash, 'en' in titleOf(release) ? 'en' : firstOf(own)))]
  ])
  texts.set(fileNames.dataPackage, json(dataPackageOf(release, hash, texts)))
  texts.set(fileNames.readme, readmeOf(release, hash, [...texts.keys()]))
  return new Map([...texts, [fileNames.sums, sumsOf(texts)]])
}

/** One line a file, as `sha256sum --check` reads them. */
function sumsOf(files: ReadonlyMap<string, string>): string {
  return [...files].map(([name, content]) => `${sha256(content)}  ${name}\n`).join('')
}

function titleOf({ version }: Release): object {
  return version.questionnaire.title.standard
}

function firstOf(own: readonly Language[]): Language {
  const [first] = own
  if (first === undefined) throw new RangeError('a consultation has a language')
  return first
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
