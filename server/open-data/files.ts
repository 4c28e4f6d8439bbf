import { canonicalRelease, type AnyRelease } from '#analytics'
import { csvOf } from '../reports/csv.ts'
import { sha256 } from '../sha256.ts'
import { codebookText } from './codebook.ts'
import { csvwOf } from './csvw.ts'
import { dataPackageOf } from './data-package.ts'
import { ddiFor } from './ddi.ts'
import { licenceText } from './licence.ts'
import { csvName, fileNames, leadLanguage } from './names.ts'
import { methodNote, sourceOf } from './method-note.ts'
import { readmeOf } from './readme.ts'

/**
 * The files of a package by their names, in the order in which they stand in it. The same release gives the same files:
 * nothing is in them that is not in the release.
 */
export function packageFiles(release: AnyRelease): ReadonlyMap<string, string> {
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
    [fileNames.licence, licenceText(sourceOf(release, hash, leadLanguage(release)))]
  ])
  texts.set(fileNames.dataPackage, json(dataPackageOf(release, hash, texts)))
  texts.set(fileNames.readme, readmeOf(release, hash, [...texts.keys()]))
  return new Map([...texts, [fileNames.sums, sumsOf(texts)]])
}

/** One line a file, as `sha256sum --check` reads them. */
function sumsOf(files: ReadonlyMap<string, string>): string {
  return [...files].map(([name, content]) => `${sha256(content)}  ${name}\n`).join('')
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
