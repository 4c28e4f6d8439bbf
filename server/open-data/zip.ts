import { strToU8, zipSync, type Zippable } from 'fflate'

/**
 * A zip archive of texts. Compressed by fflate and not by zlib, whose bytes differ from one build of Node to another; and
 * with one date, which the archive keeps as a clock on the wall shows it: the same files give the same bytes everywhere.
 */
export function zipOf(files: ReadonlyMap<string, string>): Uint8Array {
  const archive: Zippable = {}
  for (const [name, content] of files) archive[name] = strToU8(content)
  return zipSync(archive, { level: 6, mtime: new Date(1980, 0, 1) })
}
