import { crc32 } from 'node:zlib'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'

/** What an archive may cost us. Sizes are measured while unpacking; what its headers declare is not believed. */
export type UnpackLimits = {
  readonly unpackedBytes: number
  readonly entries: number
  /** Unpacked bytes for each packed one, from `ratioFrom` unpacked bytes on; deflate reaches 1 032. */
  readonly ratio: number
  readonly ratioFrom: number
}

/** Why an archive was not unpacked. */
export type Trouble = 'damaged' | 'encrypted' | 'unpacksTooBig' | 'doubledName' | 'strangeName'

export type Unpacked =
  | { readonly ok: true; readonly files: ReadonlyMap<string, Buffer> }
  | { readonly ok: false; readonly trouble: Trouble; readonly name: string }

/**
 * Unpacks files of a zip archive by their names, into memory: nothing is written anywhere.
 *
 * @param isWanted  asked of every name; `strange` refuses the archive, so that no path is ever followed
 */
export async function unpack(
  bytes: Buffer,
  isWanted: (name: string) => boolean | 'strange',
  limits: UnpackLimits
): Promise<Unpacked> {
  const files = new Map<string, Buffer>()
  let room = limits.unpackedBytes
  let name = ''
  try {
    const archive = await fromBufferPromise(bytes, { validateEntrySizes: false, decodeStrings: false })
    if (archive.entryCount > limits.entries) return { ok: false, trouble: 'unpacksTooBig', name }
    for await (const entry of archive.eachEntry()) {
      name = Buffer.from(entry.fileName).toString()
      const wanted = isWanted(name)
      if (wanted === 'strange') return { ok: false, trouble: 'strangeName', name }
      if (!wanted) continue
      // Of two files of one name, which is read depends on the reader.
      if (files.has(name)) return { ok: false, trouble: 'doubledName', name }
      const content = await contentOf(archive, entry, room, limits)
      if (typeof content === 'string') return { ok: false, trouble: content, name }
      room -= content.length
      files.set(name, content)
    }
  } catch {
    // Whatever the reader stumbles over is the file's fault: it was given nothing else.
    return { ok: false, trouble: 'damaged', name }
  }
  return { ok: true, files }
}

async function contentOf(
  archive: ZipFile,
  entry: Entry,
  room: number,
  { ratio, ratioFrom }: UnpackLimits
): Promise<Buffer | Trouble> {
  if (entry.isEncrypted()) return 'encrypted'
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of await archive.openReadStreamPromise(entry)) {
    if (!Buffer.isBuffer(chunk)) return 'damaged'
    size += chunk.length
    const steep = size > ratioFrom && size > entry.compressedSize * ratio
    if (size > room || steep) return 'unpacksTooBig'
    chunks.push(chunk)
  }
  const content = Buffer.concat(chunks)
  return size === entry.uncompressedSize && crc32(content) === entry.crc32 ? content : 'damaged'
}
