import { crc32 } from 'node:zlib'

/**
 * A zip archive of files as they are, without compression.
 *
 * @param files contents by their path in the archive; together below 4 GB
 * @see APPNOTE.TXT 6.3.10, sections 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (its end)
 */
export function storedZip(files: ReadonlyMap<string, Buffer>): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [path, content] of files) {
    const name = Buffer.from(path)
    const facts = factsOf(name, content)
    const body = Buffer.concat([word(0x04034b50), facts, name, content])
    // Version made by comes before the facts; comment, disk and attributes are empty; then the place of the body.
    directory.push(Buffer.concat([word(0x02014b50), half(20), facts, Buffer.alloc(10), word(offset), name]))
    bodies.push(body)
    offset += body.length
  }
  const central = Buffer.concat(directory)
  const count = Buffer.concat([half(files.size), half(files.size)])
  const end = Buffer.concat([
    word(0x06054b50),
    Buffer.alloc(4),
    count,
    word(central.length),
    word(offset),
    half(0)
  ])
  return Buffer.concat([...bodies, central, end])
}

/** What both headers say: version 2.0, names in UTF-8, stored, no date, checksum, sizes, length of the name. */
function factsOf(name: Buffer, content: Buffer): Buffer {
  const size = word(content.length)
  const lengths = Buffer.concat([half(name.length), half(0)])
  return Buffer.concat([half(20), half(0x0800), half(0), word(0), word(crc32(content)), size, size, lengths])
}

function half(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
