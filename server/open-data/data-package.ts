import { dataColumns, type AnyRelease, type DataColumn } from '#analytics'
import { translator } from '#locales'
import { wordsFor } from '#surveys'
import { sha256 } from '../sha256.ts'
import { columnText, filledColumns, integerColumns, valuesOf } from './columns.ts'
import { csvLanguage, leadLanguage } from './names.ts'
import { licence } from './licence.ts'

/**
 * What is in a package, for machines: every file with its size and SHA-256, and what stands in the columns of the CSV.
 *
 * @param files contents by name, those that are to be listed
 * @see https://specs.frictionlessdata.io/data-package/
 */
export function dataPackageOf(release: AnyRelease, hash: string, files: ReadonlyMap<string, string>): object {
  const { consultation, version, number, releasedOn } = release
  const language = leadLanguage(release)
  return {
    profile: 'data-package',
    name: `${consultation.slug.toLowerCase()}-${number}`,
    title: wordsFor(version.questionnaire.title, language, 'standard'),
    description: translator(language)('results:limits'),
    version: String(number),
    licenses: [licence],
    release: { number, releasedOn, sha256: hash, previous: release.previous, schema: release.schema },
    demonstration: consultation.demonstration,
    resources: [...files].map(([path, content]) => resourceOf(release, path, content))
  }
}

function resourceOf(release: AnyRelease, path: string, content: string): object {
  const facts = {
    name: path.toLowerCase(),
    path,
    bytes: Buffer.byteLength(content),
    hash: `sha256:${sha256(content)}`,
    encoding: 'utf-8'
  }
  if (csvLanguage(path) === undefined) return { ...facts, profile: 'data-resource', mediatype: typeOf(path) }
  return {
    ...facts,
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: { fields: dataColumns(release).map(name => fieldOf(release, name)), missingValues: [''] }
  }
}

function fieldOf(release: AnyRelease, name: DataColumn): object {
  const limits = integerColumns[name]
  const values = valuesOf(release, name)
  return {
    name,
    type: limits === undefined ? 'string' : 'integer',
    description: columnText(release, name, 'en'),
    constraints: {
      required: filledColumns.includes(name),
      ...limits,
      ...(values !== undefined && { enum: values })
    }
  }
}

const types: Readonly<Record<string, string>> = {
  json: 'application/json',
  md: 'text/markdown',
  txt: 'text/plain',
  xml: 'application/xml'
}

function typeOf(path: string): string {
  return types[path.split('.').at(-1) ?? ''] ?? 'text/plain'
}
