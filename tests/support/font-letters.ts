import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'

/**
 * The code points a WOFF font has letters for, read from its character map: what a canvas draws does not tell, because
 * it fills in from the fonts of the machine.
 *
 * @param file below `@fontsource/`
 * @see W3C WOFF 1.0, section 4; OpenType, cmap, formats 4 and 12
 */
export function lettersOf(file: string): ReadonlySet<number> {
  const woff = readFileSync(createRequire(import.meta.url).resolve(`@fontsource/${file}`))
  const map = tableOf(woff, 'cmap')
  const letters = new Set<number>()
  for (let index = 0; index < map.readUInt16BE(2); index++) {
    const subtable = map.subarray(map.readUInt32BE(4 + index * 8 + 4))
    const format = subtable.readUInt16BE(0)
    if (format === 4) for (const letter of segments(subtable)) letters.add(letter)
    if (format === 12) for (const letter of groups(subtable)) letters.add(letter)
  }
  return letters
}

function tableOf(woff: Buffer, wanted: string): Buffer {
  for (let entry = 44; entry < 44 + woff.readUInt16BE(12) * 20; entry += 20) {
    if (woff.toString('latin1', entry, entry + 4) !== wanted) continue
    const [offset, packed, length] = [4, 8, 12].map(at => woff.readUInt32BE(entry + at)) as [
      number,
      number,
      number
    ]
    const bytes = woff.subarray(offset, offset + packed)
    return packed < length ? inflateSync(bytes) : bytes
  }
  throw new RangeError(`the font has no ${wanted}`)
}

function* segments(subtable: Buffer): Generator<number> {
  const size = subtable.readUInt16BE(6)
  for (let at = 0; at < size; at += 2) {
    const [to, from] = [subtable.readUInt16BE(14 + at), subtable.readUInt16BE(16 + size + at)]
    for (let letter = from; letter <= to && letter !== 0xffff; letter++) yield letter
  }
}

function* groups(subtable: Buffer): Generator<number> {
  for (let index = 0; index < subtable.readUInt32BE(12); index++) {
    const [from, to] = [0, 4].map(at => subtable.readUInt32BE(16 + index * 12 + at)) as [number, number]
    for (let letter = from; letter <= to; letter++) yield letter
  }
}
