import { createCanvas, loadImage } from '@napi-rs/canvas'

/** A picture that can be looked at point by point. */
export type Pixels = {
  readonly width: number
  readonly height: number
  /** `#rrggbb` */
  at(x: number, y: number): string
}

export async function pixelsOf(png: Uint8Array): Promise<Pixels> {
  const image = await loadImage(png)
  const { width, height } = image
  const context = createCanvas(width, height).getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, width, height)
  const hex = (at: number) => (data[at] ?? 0).toString(16).padStart(2, '0')
  return {
    width,
    height,
    at: (x, y) => {
      const start = (y * width + x) * 4
      return `#${hex(start)}${hex(start + 1)}${hex(start + 2)}`
    }
  }
}

/** Where each run of a colour begins and ends along a line, from left to right. */
export function runsOf(pixels: Pixels, y: number, colour: string): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (let x = 0; x < pixels.width; x++) {
    if (pixels.at(x, y) !== colour) continue
    const last = runs.at(-1)
    if (last?.to === x) last.to = x + 1
    else runs.push({ from: x, to: x + 1 })
  }
  return runs
}
