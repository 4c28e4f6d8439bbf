import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { dataColumns, dataRows, verifyRows, type AnyRelease } from '#analytics'
import { packageFiles } from '../open-data/files.ts'
import { csvLanguage, csvName, fileNames } from '../open-data/names.ts'
import { noteFile, wrongFile, type FileFinding } from './finding.ts'

type Files = ReadonlyMap<string, Buffer>

/** Every file against the list of sums, which has to name every file but itself. */
export function verifySums(files: Files): FileFinding[] {
  const list = files.get(fileNames.sums)
  if (list === undefined) return [wrongFile('noSums', fileNames.sums)]
  const sums = new Map<string, string>()
  for (const [index, line] of list.toString().replace(/\n$/, '').split('\n').entries()) {
    const [, sum, name] = /^([0-9a-f]{64}) [ *](\S+)$/.exec(line) ?? []
    if (sum === undefined || name === undefined || sums.has(name))
      return [wrongFile('sumsUnreadable', `${fileNames.sums}, line ${index + 1}`)]
    sums.set(name, sum)
  }
  const listed = [...sums].flatMap(([name, sum]) => {
    const content = files.get(name)
    if (content === undefined) return [wrongFile('fileMissing', name)]
    const found = createHash('sha256').update(content).digest('hex')
    return found === sum ? [] : [wrongFile('sumDiffers', name, { found, expected: sum })]
  })
  const unlisted = [...files.keys()].filter(name => name !== fileNames.sums && !sums.has(name))
  return [...listed, ...unlisted.map(name => wrongFile('fileUnlisted', name))]
}

/** The data in every language, cell by cell, against what the release gives. */
export function verifyData(release: AnyRelease, files: Files): FileFinding[] {
  const { languages } = release.consultation
  const strange = [...files.keys()].filter(name => {
    const language = csvLanguage(name)
    return language !== undefined && !languages.includes(language)
  })
  return [
    ...strange.map(name => wrongFile('fileUnlisted', name)),
    ...languages.flatMap(language => {
      const name = csvName(language)
      const content = files.get(name)
      if (content === undefined) return [wrongFile('csvMissing', name)]
      const read = cellsOf(content)
      if (read === undefined) return [wrongFile('csvUnreadable', name)]
      const columns = dataColumns(release)
      return verifyRows({ name, read, columns, expected: dataRows(release, language) })
    })
  ]
}

function cellsOf(content: Buffer): string[][] | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content)
    return parse(text, { relax_column_count: true })
  } catch {
    return undefined
  }
}

/**
 * What else is in the package was made from the release as well, so it can be made again. Where that differs, either
 * another version of Earshot wrote it, or somebody changed it: which, no program can tell.
 */
export function verifyRemade(release: AnyRelease, files: Files): FileFinding[] {
  const known = new Set<string>([fileNames.release, fileNames.sums, fileNames.dataPackage])
  const differing = [...packageFiles(release)].flatMap(([name, content]) => {
    if (known.has(name) || csvLanguage(name) !== undefined) return []
    return files.get(name)?.equals(Buffer.from(content)) === true ? [] : [name]
  })
  return differing.map(name => noteFile('remade', name))
}

/** What machines are told about the files has to be so. */
export function verifyDataPackage(files: Files): FileFinding[] {
  const content = files.get(fileNames.dataPackage)
  if (content === undefined) return [wrongFile('fileMissing', fileNames.dataPackage)]
  return listed(content).flatMap(({ path, bytes, hash }) => {
    const file = files.get(path)
    const at = `${fileNames.dataPackage}, ${path}`
    if (file === undefined) return [wrongFile('fileMissing', at)]
    const sum = `sha256:${createHash('sha256').update(file).digest('hex')}`
    return bytes === file.length && hash === sum ? [] : [wrongFile('listDiffers', at)]
  })
}

type Listed = { readonly path: string; readonly bytes: unknown; readonly hash: unknown }

function listed(content: Buffer): Listed[] {
  const descriptor: unknown = parsed(content.toString())
  if (typeof descriptor !== 'object' || descriptor === null || !('resources' in descriptor)) return nothing
  const { resources } = descriptor
  if (!Array.isArray(resources)) return nothing
  return resources.map((one: unknown) => {
    const has = typeof one === 'object' && one !== null
    return {
      path: has && 'path' in one && typeof one.path === 'string' ? one.path : '',
      bytes: has && 'bytes' in one ? one.bytes : undefined,
      hash: has && 'hash' in one ? one.hash : undefined
    }
  })
}

/** A descriptor that lists nothing lists a file without a name, which is missing. */
const nothing: Listed[] = [{ path: '', bytes: undefined, hash: undefined }]

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
