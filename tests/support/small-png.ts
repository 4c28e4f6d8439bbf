import { crc32, deflateSync } from 'node:zlib'
import { createCanvas, loadImage } from '@napi-rs/canvas'

/** As many colours do for a page: its own few, and the steps between a letter and what it stands on. */
const mostColours = 48
/** Colours that differ by less than this, over red, green and blue together, are taken for one. */
const alike = 24

/** The same picture in few colours, each point one byte: a page takes a third of what it takes in all colours. */
export async function smallPng(png: Uint8Array): Promise<Buffer> {
  const image = await loadImage(png)
  const { width, height } = image
  const context = createCanvas(width, height).getContext('2d')
  context.drawImage(image, 0, 0)
  const points = colours(context.getImageData(0, 0, width, height).data)
  const palette = paletteOf(points)
  const nearest = new Map<number, number>()
  const rows = Buffer.alloc((width + 1) * height)
  points.forEach((point, index) => {
    const entry = nearest.get(point) ?? nearestIn(palette, point)
    nearest.set(point, entry)
    // Each row begins with the byte that says that nothing is filtered.
    rows[Math.floor(index / width) * (width + 1) + 1 + (index % width)] = entry
  })
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const entries = Buffer.from(palette.flatMap(colour => parts(colour)))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', entries),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0))
  ])
}

function colours(data: Uint8ClampedArray): number[] {
  return Array.from(
    { length: data.length / 4 },
    (_, at) => ((data[at * 4] ?? 0) << 16) | ((data[at * 4 + 1] ?? 0) << 8) | (data[at * 4 + 2] ?? 0)
  )
}

/** The colours that are there most often, but none that is nearly another. */
function paletteOf(points: readonly number[]): number[] {
  const counts = new Map<number, number>()
  for (const point of points) counts.set(point, (counts.get(point) ?? 0) + 1)
  const palette: number[] = []
  for (const [colour] of [...counts].sort(([, a], [, b]) => b - a)) {
    if (palette.length === mostColours) break
    if (palette.every(other => difference(other, colour) >= alike)) palette.push(colour)
  }
  return palette
}

function nearestIn(palette: readonly number[], colour: number): number {
  const distances = palette.map(other => difference(other, colour))
  return distances.indexOf(Math.min(...distances))
}

function difference(one: number, other: number): number {
  const [first, second] = [parts(one), parts(other)]
  return first.reduce((sum, part, index) => sum + Math.abs(part - (second[index] ?? 0)), 0)
}

function parts(colour: number): number[] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255]
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
