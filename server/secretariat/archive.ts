import { crc32 } from 'node:zlib'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import type { Parsed } from '#surveys'

/** What an archive may cost us. Sizes are measured while unpacking; what its headers declare is not believed. */
export const archiveLimits = {
  packedBytes: 10_000_000,
  unpackedBytes: 50_000_000,
  entries: 2_000,
  /** Unpacked bytes for each packed one, from `ratioFrom` unpacked bytes on; deflate reaches 1 032. */
  ratio: 250,
  ratioFrom: 5_000_000
} as const

type Trouble = 'workbook.damaged' | 'workbook.encrypted' | 'workbook.unpacksTooBig'

/** Unpacks the wanted files of a zip archive by their paths. Problems are `workbook.*`. */
export async function unpack(
  bytes: Buffer,
  isWanted: (path: string) => boolean
): Promise<Parsed<ReadonlyMap<string, Buffer>>> {
  const files = new Map<string, Buffer>()
  let room: number = archiveLimits.unpackedBytes
  try {
    const archive = await fromBufferPromise(bytes, { validateEntrySizes: false })
    if (archive.entryCount > archiveLimits.entries) return refused('workbook.unpacksTooBig')
    for await (const entry of archive.eachEntry()) {
      if (!isWanted(entry.fileName)) continue
      const content = await contentOf(archive, entry, room)
      if (typeof content === 'string') return refused(content)
      room -= content.length
      files.set(entry.fileName, content)
    }
  } catch {
    // Whatever the reader stumbles over is the file's fault: it was given nothing else.
    return refused('workbook.damaged')
  }
  return { ok: true, value: files }
}

async function contentOf(archive: ZipFile, entry: Entry, room: number): Promise<Buffer | Trouble> {
  if (entry.isEncrypted()) return 'workbook.encrypted'
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of await archive.openReadStreamPromise(entry)) {
    if (!Buffer.isBuffer(chunk)) return 'workbook.damaged'
    size += chunk.length
    const steep = size > archiveLimits.ratioFrom && size > entry.compressedSize * archiveLimits.ratio
    if (size > room || steep) return 'workbook.unpacksTooBig'
    chunks.push(chunk)
  }
  const content = Buffer.concat(chunks)
  return size === entry.uncompressedSize && crc32(content) === entry.crc32 ? content : 'workbook.damaged'
}

function refused(trouble: Trouble): Parsed<never> {
  const megabytes = archiveLimits.unpackedBytes / 1_000_000
  const params = trouble === 'workbook.unpacksTooBig' ? { params: { megabytes } } : {}
  return { ok: false, problems: [{ at: 'workbook', code: trouble, ...params }] }
}
