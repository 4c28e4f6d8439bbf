import type { Figure } from '#analytics'
import { factsOf, type Language } from '#locales'

/** A chart as a picture. Width and height are in CSS pixels; the picture has two pixels for each of them. */
export type PaintedChart = { readonly png: Uint8Array; readonly width: number; readonly height: number }

/** Draws charts where there is no browser, for documents and for download. */
export type ChartPainter = {
  /** The same figure gives the same bytes. */
  paint(figure: Figure, language: Language): Promise<PaintedChart>
}

/** What is drawn, with what is to be known of its language. */
export type PaintRequest = {
  readonly figure: Figure
  readonly language: Language
  /** BCP 47 */
  readonly tag: string
  readonly rtl: boolean
}

export function paintRequest(figure: Figure, language: Language): PaintRequest {
  const { tag, dir } = factsOf(language)
  return { figure, language, tag, rtl: dir === 'rtl' }
}
