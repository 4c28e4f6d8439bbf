import type { drawChart } from './draw.ts'

/** The program that draws is an optional package for each kind of machine, and npm may have left it out. */
export class CanvasMissing extends Error {
  override readonly name = 'CanvasMissing'
}

/** A file with letters that npm brings is gone or broken: a chart would be drawn without words. */
export class FontUnusable extends Error {
  override readonly name = 'FontUnusable'
}

/** Loads what draws a chart, here and in one go; it takes a while. @throws CanvasMissing */
export async function drawing(): Promise<typeof drawChart> {
  try {
    await import('@napi-rs/canvas')
  } catch (cause) {
    throw new CanvasMissing('There is no program of @napi-rs/canvas for this machine.', { cause })
  }
  const draw = await import('./draw.ts')
  return draw.drawChart
}
