import { canonicalQuestionnaire } from '#surveys'
import type { AnyRelease } from '#analytics'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { packageOf } from '../../server/open-data/package.ts'
import { sha256 } from '../../server/sha256.ts'

/** A made release with the hash that its questionnaire really has. */
export function withVersionHash<R extends AnyRelease>(release: R): R {
  const hash = sha256(canonicalQuestionnaire(release.version.questionnaire))
  return { ...release, version: { ...release.version, hash } }
}

/** A package as the bytes that are downloaded. */
export function packageBytes(release: AnyRelease): Buffer {
  return Buffer.from(packageOf(release))
}

/** The texts of a package by their names. */
export function textsOf(bytes: Uint8Array): Map<string, string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  return new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, decoder.decode(content)]))
}

/** A zip archive of texts as anybody may make one. */
export function zipped(texts: ReadonlyMap<string, string>): Buffer {
  return Buffer.from(zipSync(Object.fromEntries([...texts].map(([name, text]) => [name, strToU8(text)]))))
}

/** The same package with some texts changed, and with sums that fit them unless they are to stay. */
export function altered(
  bytes: Uint8Array,
  change: (texts: Map<string, string>) => void,
  { sums = true } = {}
): Buffer {
  const texts = textsOf(bytes)
  change(texts)
  if (sums) {
    const others = [...texts].filter(([name]) => name !== 'SHA256SUMS')
    texts.set('SHA256SUMS', others.map(([name, text]) => `${sha256(text)}  ${name}\n`).join(''))
  }
  return zipped(texts)
}
