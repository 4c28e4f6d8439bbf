import type { Places } from './evidence.ts'

export const pageBytes = 8192

/** The first place of each name in some bytes, all of them found in one pass. */
export function placesIn(bytes: Buffer, names: Iterable<string>): Map<string, number> {
  const byStart = new Map<number, { name: string; needle: Buffer }[]>()
  const starts = new Uint8Array(65_536)
  for (const name of new Set(names)) {
    const needle = Buffer.from(name, 'hex')
    const start = needle.readUInt16BE()
    starts[start] = 1
    byStart.set(start, [...(byStart.get(start) ?? []), { name, needle }])
  }
  const places = new Map<string, number>()
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    const start = (bytes[at]! << 8) | bytes[at + 1]!
    if (starts[start] === 0) continue
    for (const { name, needle } of byStart.get(start) ?? [])
      if (!places.has(name) && needle.equals(bytes.subarray(at, at + needle.length))) places.set(name, at)
  }
  return places
}

/** Rows are put into a page from its end: what stands further back was written earlier. */
export function inOrderOfWriting(places: Places): Map<string, number> {
  return new Map([...places].map(([name, at]) => [name, at - 2 * (at % pageBytes) + pageBytes]))
}

/** The write-ahead log without the headers of its pages, so that no row is cut in two. @param bytes whole pages */
export function withoutPageHeaders(bytes: Buffer): Buffer {
  const [shortHeader, longHeader, longHeaderFlag] = [24, 40, 2]
  const parts: Buffer[] = []
  for (let at = 0; at < bytes.length; at += pageBytes) {
    const isLong = (bytes.readUInt16LE(at + 2) & longHeaderFlag) !== 0
    parts.push(bytes.subarray(at + (isLong ? longHeader : shortHeader), at + pageBytes))
  }
  return Buffer.concat(parts)
}
